package studio.backprop.ui.window.presenter;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Affine;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Transform;
import javafx.util.Subscription;

/**
 * Transparent pen layer: a mouse drag draws a line, with Shift a circle. Strokes follow zoom and pan, and stay until wiped, another view is
 * shown or the presentation ends.
 */
final class Pen extends Pane {
  /** In px of the screen when drawn. */
  private static final double WIDTH = 6;

  private final Affine onGround = new Affine();
  private final Group strokes = new Group();
  private Subscription following = Subscription.EMPTY;
  private Node ground;
  private Path line;
  private Circle circle;
  private Point2D last;

  Pen(PresenterModel model) {
    getStyleClass().add("pen");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    strokes.getTransforms().add(onGround);
    strokes.setManaged(false);
    getChildren().add(strokes);
    mouseTransparentProperty().bind(model.drawingProperty().not());
    setOnMousePressed(this::begin);
    setOnMouseDragged(this::draw);
  }

  /** Draws on this node; wipes existing strokes. */
  void lieOn(Node shown) {
    wipe();
    following.unsubscribe();
    ground = shown;
    following = Subscription.combine(
        ground.localToSceneTransformProperty().subscribe(this::follow), localToSceneTransformProperty().subscribe(this::follow));
  }

  /** Detaches from the node. */
  void lift() {
    wipe();
    following.unsubscribe();
    following = Subscription.EMPTY;
    ground = null;
  }

  private void follow() {
    if (ground != null && ground.getScene() != null && getScene() != null) {
      try {
        Transform way = getLocalToSceneTransform().createInverse().createConcatenation(ground.getLocalToSceneTransform());
        onGround.setToTransform(way);
      } catch (NonInvertibleTransformException e) {
        // not laid out yet
      }
    }
  }

  private Point2D place(MouseEvent event) {
    return strokes.parentToLocal(event.getX(), event.getY());
  }

  private void begin(MouseEvent event) {
    follow();
    last = place(event);
    if (event.isShiftDown()) {
      circle = new Circle(last.getX(), last.getY(), 0);
      line = null;
      add(circle);
    } else {
      line = new Path(new MoveTo(last.getX(), last.getY()), new LineTo(last.getX(), last.getY()));
      circle = null;
      add(line);
    }
    event.consume();
  }

  private void add(Shape stroke) {
    stroke.getStyleClass().add("stroke");
    stroke.setStrokeWidth(WIDTH / onGround.getMxx());
    strokes.getChildren().add(stroke);
  }

  /** Quadratic smoothing: curves through the midpoints of consecutive positions. */
  private void draw(MouseEvent event) {
    Point2D now = place(event);
    if (circle != null) {
      circle.setRadius(now.distance(circle.getCenterX(), circle.getCenterY()));
    } else if (line != null) {
      Point2D halfway = last.midpoint(now);
      int end = line.getElements().size() - 1;
      line.getElements().set(end, new QuadCurveTo(last.getX(), last.getY(), halfway.getX(), halfway.getY()));
      line.getElements().add(new LineTo(now.getX(), now.getY()));
      last = now;
    }
    event.consume();
  }

  /** Whether there are strokes. */
  ObservableValue<Boolean> drawnProperty() {
    BooleanBinding drawn = Bindings.isNotEmpty(strokes.getChildren());
    return drawn;
  }

  void undo() {
    if (!strokes.getChildren().isEmpty()) {
      strokes.getChildren().remove(strokes.getChildren().size() - 1);
    }
  }

  void wipe() {
    strokes.getChildren().clear();
  }
}
