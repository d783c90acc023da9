package studio.backprop.ui.compare.landscape;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Playhead: the current step, which can be played. */
final class Playhead {
  /** Duration at full speed, in seconds. */
  private static final double SECONDS = 4;
  private static final double MIN_SPEED = 60;
  private static final double NANOS = 1e9;

  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
  private final LongSupplier last;
  private final Supplier<LongStream> known;
  private final DoubleSupplier speed;
  private final Runnable news;
  private double position;
  private long before;

  /**
   * @param known recorded steps, in any order
   * @param speed in steps per second; infinity for {@link #SECONDS} in total
   * @param news called after each move
   */
  Playhead(LongSupplier last, Supplier<LongStream> known, DoubleSupplier speed, Runnable news) {
    this.last = last;
    this.known = known;
    this.speed = speed;
    this.news = news;
  }

  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  long step() {
    return step.get();
  }

  /** Moves to the nearest recorded step. */
  void look(long at) {
    position = Math.max(0, Math.min(last.getAsLong(), at));
    step.set((long) position);
    news.run();
  }

  void toStart() {
    pause();
    look(0);
  }

  void toEnd() {
    pause();
    look(last.getAsLong());
  }

  /** To the next recorded step. */
  void forward() {
    pause();
    look(known.get().filter(at -> at > step()).min().orElse(step()));
  }

  /** To the previous recorded step. */
  void back() {
    pause();
    look(known.get().filter(at -> at < step()).max().orElse(0));
  }

  /** Plays, from the start again if at the end; or pauses. */
  void toggle() {
    if (playing.get()) {
      pause();
      return;
    }
    if (step() >= last.getAsLong()) {
      look(0);
    }
    before = System.nanoTime();
    playing.set(last.getAsLong() > 0);
  }

  void pause() {
    playing.set(false);
  }

  /** Called once a frame. */
  void tick() {
    if (!playing.get()) {
      return;
    }
    long now = System.nanoTime();
    long end = last.getAsLong();
    double pace = Double.isInfinite(speed.getAsDouble()) ? Math.max(MIN_SPEED, end / SECONDS) : speed.getAsDouble();
    double next = Math.min(end, position + pace * (now - before) / NANOS);
    before = now;
    if ((long) next != step()) {
      look((long) next);
    }
    position = next;
    if (next >= end) {
      pause();
    }
  }
}
