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

/** Modal overlay over the whole scene (no window, so that input methods work). Traps the focus and returns it with a visible ring. */
public class Cover extends StackPane {
  /** View order in front of everything else. */
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
    applyCss(); // a field without its skin would lose keys typed before the next frame
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

  /** Tab must not leave the overlay, except to an overlay above it. */
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

  /** Keys typed while it opens belong to the overlay. */
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
