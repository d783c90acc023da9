package studio.backprop.ui.inside.lens.sheet;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;

/**
 * Large picture of the computation in one kind of node, made by {@code Insides} when such a node is opened; notified of every new state,
 * and rebuilt when lens, language or theme changes.
 */
public interface InsideView {
  /** Root of the picture, resized to the window. */
  Region region();

  /** Shows the current values. JavaFX thread only, called up to fifteen times a second. */
  void show(Node node, NodeTrace look);

  /** Handles a key; returns whether it was consumed. */
  default boolean press(KeyCode key) {
    return false;
  }

  /** Whether its colours use the chosen range; pictures with scales of their own do not. */
  default boolean takesReach() {
    return true;
  }

  /** Stops animations and releases listeners when another node is opened. */
  default void leave() {}
}
