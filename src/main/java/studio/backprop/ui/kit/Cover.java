package studio.backprop.ui.kit;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * Lies over the whole window, in its own scene, where input methods work. It keeps the focus and gives it back to where it was, with its
 * ring. A key that was on its way to what lies under it belongs to the cover.
 */
public class Cover extends StackPane {
  /** Before everything else of the window. */
  private static final double IN_FRONT = -100;

  private final Node content;
  private final EventHandler<KeyEvent> catching = this::lead;
  private Subscription subscriptions = Subscription.EMPTY;
  private Node before;
  private boolean ring;

  public Cover(Node content) {
    this.content = content;
    setManaged(false);
    setViewOrder(IN_FRONT);
    getChildren().add(content);
  }

  public boolean showing() {
    return getParent() != null;
  }

  /** Lies down over everything in this scene and takes the focus. */
  public void showIn(Scene scene) {
    if (showing() || !(scene.getRoot() instanceof Pane root)) {
      return;
    }
    before = scene.getFocusOwner();
    ring = before != null && before.isFocusVisible();
    root.getChildren().add(this);
    subscriptions =
        Subscription.combine(
            root.widthProperty().subscribe(() -> cover(root)),
            root.heightProperty().subscribe(() -> cover(root)),
            scene.focusOwnerProperty().subscribe(this::keepFocus));
    scene.addEventFilter(KeyEvent.ANY, catching);
    cover(root);
    applyCss(); // a field without its skin would lose what is typed before the next picture
    content.requestFocus();
  }

  public void close() {
    if (!showing()) {
      return;
    }
    subscriptions.unsubscribe();
    getScene().removeEventFilter(KeyEvent.ANY, catching);
    ((Pane) getParent()).getChildren().remove(this);
    if (before != null && before.getScene() != null) {
      if (ring) {
        FocusRing.lead(before);
      } else {
        before.requestFocus();
      }
    }
  }

  private void cover(Pane root) {
    resizeRelocate(0, 0, root.getWidth(), root.getHeight());
  }

  /** The Tab key must not lead under the cover; it may lead to a cover that lies over this one. */
  private void keepFocus(Node focused) {
    if (focused != null && !onACover(focused)) {
      content.requestFocus();
    }
  }

  private static boolean onACover(EventTarget target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at instanceof Cover) {
        return true;
      }
    }
    return false;
  }

  /** What is typed while it opens was meant for it. */
  private void lead(KeyEvent key) {
    if (!onACover(key.getTarget())) {
      key.consume();
      content.requestFocus();
      Node focused = getScene().getFocusOwner();
      if (onACover(focused)) {
        Event.fireEvent(focused, key.copyFor(focused, focused));
      }
    }
  }
}
