package studio.backprop.ui.window.presenter;

import java.util.function.BiPredicate;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Shows an exhibit scaled such that its smallest text has 24 px, or as large as it fits if it may grow; magnified twice around a point. */
final class Enlarged extends Region {
  private static final double CLOSER = 1.8;

  /** Maximum and step of the additional growth. */
  private static final double MOST_GROWN = 1.5;
  private static final double STEP = 0.1;

  private final Scale scale = new Scale(1, 1);
  private final Translate shift = new Translate();
  private double factor = 1;
  /** Scale at which the text has 24 px. */
  private double least = 1;
  private Region growing;
  private BiPredicate<Double, Double> fits = (width, height) -> false;
  private boolean closer;
  private double closeX;
  private double closeY;
  private Region view;
  private Runnable back = () -> {};

  Enlarged() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setMinSize(0, 0);
    getStyleClass().add("stage");
  }

  /** Borrows an exhibit from the window; the previous one is returned. */
  void show(Exhibit exhibit) {
    if (view == exhibit.view()) {
      return;
    }
    clear();
    least = Exhibit.LARGE_LETTERS / exhibit.letters();
    factor = least;
    closer = false;
    back = exhibit.lend();
    view = exhibit.view();
    scale();
    view.getTransforms().setAll(shift, scale);
    getChildren().setAll(view);
    layOutAnew(this);
  }

  /** @param fits whether the whole view fits into this size in its own px */
  void mayGrow(Region view, BiPredicate<Double, Double> fits) {
    growing = view;
    this.fits = fits;
  }

  private void grow() {
    double more = MOST_GROWN;
    while (more > 1 && !fits.test(getWidth() / (least * more), getHeight() / (least * more))) {
      more = Math.max(1, more - STEP);
    }
    factor = least * more;
    scale();
  }

  void clear() {
    if (view != null) {
      Region shown = view;
      view = null;
      getChildren().clear();
      shown.getTransforms().clear();
      layOutAnew(shown);
      back.run();
      back = () -> {};
    }
  }

  /** Magnifies around a point of this region, or returns. */
  void magnify(boolean closer, double x, double y) {
    this.closer = closer;
    closeX = x;
    closeY = y;
    scale();
    layOutAnew(this);
  }

  private void scale() {
    double now = closer ? CLOSER : 1;
    scale.setX(factor * now);
    scale.setY(factor * now);
    shift.setX(closer ? closeX * (1 - CLOSER) : 0);
    shift.setY(closer ? closeY * (1 - CLOSER) : 0);
  }

  /** Painted content reads its scale during layout, and some parts keep their size: they would be blurred. */
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
    if (view != null && getWidth() > 0) {
      if (view == growing) {
        grow();
      }
      view.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
  }
}
