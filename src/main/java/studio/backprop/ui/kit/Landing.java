package studio.backprop.ui.kit;

import javafx.scene.Node;

/** A panel that says itself where the keys are of use first. */
public interface Landing {
  /** What takes the focus when somebody comes to the panel by keys. */
  Node landing();
}
