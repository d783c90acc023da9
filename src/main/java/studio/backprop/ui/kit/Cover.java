package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** Lies over the whole window, in its own scene, where input methods work. It keeps the focus and gives it back to where it was. */
public class Cover extends StackPane {
  /** Before everything else of the window. */
  private static final double IN_FRONT = -100;

  private final Node content;
  private Subscription subscriptions = Subscription.EMPTY;
  private Node before;

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
    root.getChildren().add(this);
    subscriptions =
        Subscription.combine(
            root.widthProperty().subscribe(() -> cover(root)),
            root.heightProperty().subscribe(() -> cover(root)),
            scene.focusOwnerProperty().subscribe(this::keepFocus));
    cover(root);
    content.requestFocus();
  }

  public void close() {
    if (!showing()) {
      return;
    }
    subscriptions.unsubscribe();
    ((Pane) getParent()).getChildren().remove(this);
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  private void cover(Pane root) {
    resizeRelocate(0, 0, root.getWidth(), root.getHeight());
  }

  /** The Tab key must not lead under the cover; it may lead to a cover that lies over this one. */
  private void keepFocus(Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at instanceof Cover) {
        return;
      }
    }
    if (focused != null) {
      content.requestFocus();
    }
  }
}
