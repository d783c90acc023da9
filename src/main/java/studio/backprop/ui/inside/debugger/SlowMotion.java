package studio.backprop.ui.inside.debugger;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Motion;

/**
 * Slow motion playback of one step, from the first op to the update. The engine runs each op as the playhead passes it; dragging back
 * restarts the step in the engine.
 */
public final class SlowMotion {
  /** For any number of ops. */
  private static final Duration LONGEST = Duration.seconds(20);

  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private final Stepping walk;
  private final Motion motion;
  private Timeline movement = new Timeline();
  private boolean held;
  private int asked;
  /** Op last requested from here, 0 for none. */
  private int ordered;

  public SlowMotion(DebuggerModel model, Motion motion) {
    this.walk = model.walk();
    this.motion = motion;
    position.subscribe(at -> arrive((int) Math.floor(at.doubleValue())));
    model.cursorProperty().subscribe(cursor -> follow());
    model.runProperty().subscribe(run -> begin());
    model.readyProperty().subscribe(ready -> begin());
    walk.autoProperty().subscribe(auto -> {
      if (auto) {
        stop();
      }
    });
  }

  /** Number of ops run, fractional during the animation. */
  DoubleProperty positionProperty() {
    return position;
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether this drives the step: playing, dragged, or released before the engine has caught up. */
  public boolean moving() {
    return playing.get() || held || ordered > 0 && walk.heading() == ordered;
  }

  List<Cursor> course() {
    return walk.course();
  }

  /** Plays on to the update, or pauses. */
  public void toggle() {
    if (playing.get()) {
      stop();
    } else if (!course().isEmpty()) {
      play();
    }
  }

  private void play() {
    int end = course().size();
    if (position.get() >= end) {
      place(0);
    }
    walk.autoProperty().set(false);
    double left = end - position.get();
    Duration whole = Motion.SWEEP.multiply(end);
    Duration time = (whole.greaterThan(LONGEST) ? LONGEST : whole).multiply(left / end);
    playing.set(true);
    asked = (int) Math.floor(position.get());
    movement = motion.reduced() ? inJumps(time, end) : new Timeline(new KeyFrame(time, new KeyValue(position, end, Interpolator.LINEAR)));
    movement.setOnFinished(event -> playing.set(false));
    movement.play();
  }

  /** For reduced motion: rests at each op for the same time. */
  private Timeline inJumps(Duration time, int end) {
    Timeline jumps = new Timeline();
    int first = (int) Math.floor(position.get()) + 1;
    for (int op = first; op <= end; op++) {
      int there = op;
      jumps.getKeyFrames().add(new KeyFrame(time.multiply((op - first + 1.0) / (end - first + 1)), event -> position.set(there)));
    }
    return jumps;
  }

  void stop() {
    movement.stop();
    playing.set(false);
  }

  /** Moves by one op, −1 for back. */
  void go(int by) {
    drag(Math.floor(position.get()) + by);
    release();
  }

  /** Scrubs to a position, stopping before the update, which would begin another step under the mouse. */
  void drag(double wanted) {
    if (course().isEmpty()) {
      return;
    }
    stop();
    held = true;
    asked = (int) Math.floor(position.get());
    position.set(Math.max(1, Math.min(course().size() - 1, wanted)));
  }

  void release() {
    held = false;
  }

  /** Resets for another network, or one that cannot be trained. */
  private void begin() {
    stop();
    held = false;
    ordered = 0;
    place(0);
  }

  private void arrive(int op) {
    if (moving() && op >= 1 && op != asked) {
      asked = op;
      ordered = op;
      walk.goTo(op);
    }
  }

  /** Follows the engine's position unless it drives it. */
  private void follow() {
    if (!moving()) {
      place(walk.at());
    }
  }

  private void place(int op) {
    if (movement.getStatus() != Animation.Status.RUNNING) {
      asked = op;
      position.set(op);
    }
  }
}
