package studio.backprop.ui.kit;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Requests the focus with a visible focus ring, as after Tab. */
public final class FocusRing {
  private FocusRing() {}

  /** Traverses away and back by Tab, the only way to get the ring. No effect on a node that cannot be focused. */
  public static void lead(Node node) {
    node.requestFocus();
    if (node.getScene() == null || node.getScene().getFocusOwner() != node) {
      return;
    }
    tab(node, true);
    tab(node.getScene().getFocusOwner(), false);
    if (node.getScene().getFocusOwner() != node) {
      node.requestFocus();
    }
  }

  private static void tab(Node from, boolean back) {
    Event.fireEvent(from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
  }
}
