package studio.backprop.ui.inside.lens.sheet;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;

/**
 * A large picture of what happens inside one kind of node. {@code Insides} makes it when such a node is opened; it is notified of
 * every new state, and anew when the lens, the language or the look of the window changes.
 */
public interface InsideView {
  /** What stands in the middle of the window, and takes the room it gets. */
  Region region();

  /** Shows the numbers of now. On the screen's thread, up to fifteen times a second. */
  void show(Node node, NodeTrace look);

  /** A key that the picture may want for itself; true if it took it. */
  default boolean press(KeyCode key) {
    return false;
  }

  /** Whether its colours reach as far as the person chose says; pictures with scales of their own say no. */
  default boolean takesReach() {
    return true;
  }

  /** Stops animations and releases listeners when another node is opened. */
  default void leave() {}
}
