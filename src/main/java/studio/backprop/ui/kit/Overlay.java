package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * A card over the window that has the keys until it is closed, by Escape or by a click beside it. It lies in the window's own scene, where
 * input methods work, and gives the focus back to where it was.
 */
public final class Overlay extends StackPane {
  private final Node content;
  private Subscription subscriptions = Subscription.EMPTY;
  private Node before;

  public Overlay(Node content) {
    this.content = content;
    getStyleClass().add("overlay");
    setManaged(false);
    getChildren().add(content);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      }
    });
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      if (event.getTarget() == this) {
        close();
      }
      event.consume();
    });
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

  /** The Tab key must not lead under the card. */
  private void keepFocus(Node focused) {
    if (focused != null && !contains(focused)) {
      content.requestFocus();
    }
  }

  private boolean contains(Node node) {
    for (Parent at = node instanceof Parent self ? self : node.getParent(); at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }
}
