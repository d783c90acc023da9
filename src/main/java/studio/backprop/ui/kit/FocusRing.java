package studio.backprop.ui.kit;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Gives the focus to a node so that its ring is drawn, as after the Tab key. */
public final class FocusRing {
  private FocusRing() {}

  /** There and back with the Tab key: only where that has led is the ring of the focus drawn. A node that cannot have it is left alone. */
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
