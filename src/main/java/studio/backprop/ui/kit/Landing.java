package studio.backprop.ui.kit;

import javafx.scene.Node;

/** Panel that chooses its initial keyboard focus. */
public interface Landing {
  /** The node to focus when the panel is entered by keyboard. */
  Node landing();
}
