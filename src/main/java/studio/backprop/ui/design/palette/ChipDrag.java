package studio.backprop.ui.design.palette;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Drag of a chip, one at a time: a ghost follows the mouse until the canvas previews the layer; Escape cancels. */
final class ChipDrag<T> {
  private static final double SLACK = 4;

  private final Pane stage;
  private final PaletteDrag<T> target;
  private final EventHandler<KeyEvent> escape = this::press;
  private Label ghost;
  private T dragged;
  private Point2D start;

  /** @param stage the pane that the ghost is drawn over */
  ChipDrag(Pane stage, PaletteDrag<T> target) {
    this.stage = stage;
    this.target = target;
  }

  void from(Label chip, T layer, Supplier<Label> makeGhost, Runnable add) {
    chip.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        add.run();
        target.landed();
      }
    });
    chip.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> start = e.getButton() == MouseButton.PRIMARY ? place(e) : null);
    chip.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
      if (start != null && dragged == null && start.distance(place(e)) > SLACK) {
        begin(layer, makeGhost.get());
      }
      if (dragged != null) {
        move(place(e));
      }
    });
    chip.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> drop(place(e)));
  }

  private static Point2D place(MouseEvent e) {
    return new Point2D(e.getSceneX(), e.getSceneY());
  }

  private void begin(T layer, Label shown) {
    dragged = layer;
    ghost = shown;
    ghost.setManaged(false);
    ghost.setMouseTransparent(true);
    stage.getChildren().add(ghost);
    ghost.autosize();
    scene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
  }

  private void move(Point2D at) {
    boolean shownThere = target.preview(dragged, at.getX(), at.getY());
    Point2D here = stage.sceneToLocal(at);
    ghost.relocate(here.getX() - ghost.getWidth() / 2, here.getY() - ghost.getHeight() / 2);
    ghost.setVisible(!shownThere);
  }

  private void drop(Point2D at) {
    if (dragged != null) {
      T dropped = dragged;
      end();
      target.drop(dropped, at.getX(), at.getY());
      target.landed();
    }
    start = null;
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      end();
      start = null;
      target.cancel();
      key.consume();
    }
  }

  private void end() {
    scene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    stage.getChildren().remove(ghost);
    ghost = null;
    dragged = null;
  }

  private Scene scene() {
    return stage.getScene();
  }
}
