package studio.backprop.ui.presenter;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Shows a view at twice its size, so that its smallest text, of 12 px, has 24; around the pointer once more as large. */
final class Enlarged extends Region {
  private static final double FACTOR = 2;
  private static final double CLOSER = 1.8;

  private final Scale scale = new Scale(FACTOR, FACTOR);
  private final Translate shift = new Translate();
  private Region view;

  Enlarged() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getStyleClass().add("stage");
  }

  void show(Region shown) {
    view = shown;
    view.getTransforms().setAll(shift, scale);
    getChildren().setAll(view);
    layOutAnew(this);
  }

  /** Lets go of the view, which is then as it was. */
  void clear() {
    if (view != null) {
      getChildren().clear();
      view.getTransforms().clear();
      layOutAnew(view);
      view = null;
    }
  }

  /** Comes closer to a place, or goes back. */
  void magnify(boolean closer, double x, double y) {
    double now = closer ? CLOSER : 1;
    scale.setX(FACTOR * now);
    scale.setY(FACTOR * now);
    shift.setX(closer ? x * (1 - CLOSER) : 0);
    shift.setY(closer ? y * (1 - CLOSER) : 0);
    layOutAnew(this);
  }

  /** What is painted looks in its layout how large it is seen, and some parts keep their size: they would be soft. */
  private static void layOutAnew(Parent part) {
    part.requestLayout();
    part.getChildrenUnmodifiable().forEach(child -> {
      if (child instanceof Parent parent) {
        layOutAnew(parent);
      }
    });
  }

  @Override
  protected void layoutChildren() {
    if (view != null) {
      view.resizeRelocate(0, 0, getWidth() / FACTOR, getHeight() / FACTOR);
    }
  }
}
