package studio.backprop.ui.kit;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.WritableValue;
import javafx.util.Duration;

/** Durations of animations; with "reduce motion" values jump to their target. */
public final class Motion {
  /** Hover and press. */
  public static final Duration TOUCH = Duration.millis(120);
  /** A panel or tab. */
  public static final Duration PANEL = Duration.millis(180);
  /** Ribbons easing to their new width; one cell of a sliding window. */
  public static final Duration CELL = Duration.millis(200);
  /** A node that is put in or tidied. */
  public static final Duration NODE = Duration.millis(240);
  /** A change of lens. */
  public static final Duration LENS = Duration.millis(320);
  /** The backward pulse over one node in slow motion. */
  public static final Duration SWEEP = Duration.millis(400);
  /** A measured curve drawn beside the predicted one. */
  public static final Duration REVEAL = Duration.millis(600);
  /** Delay before a progress bar appears. */
  public static final Duration PATIENCE = Duration.millis(300);

  public static final Interpolator EASE = Interpolator.SPLINE(0.2, 0, 0, 1);

  private final BooleanProperty reduced = new SimpleBooleanProperty(this, "reduced");

  public BooleanProperty reducedProperty() {
    return reduced;
  }

  public boolean reduced() {
    return reduced.get();
  }

  /** Animates a value to its target and returns the running animation; jumps with reduced motion. */
  public <T> Timeline move(WritableValue<T> value, T target, Duration duration) {
    Timeline timeline = new Timeline(new KeyFrame(duration, new KeyValue(value, target, EASE)));
    timeline.play();
    if (reduced.get()) {
      timeline.jumpTo(duration);
    }
    return timeline;
  }
}
