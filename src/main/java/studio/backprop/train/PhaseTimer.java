package studio.backprop.train;

import java.util.function.LongSupplier;
import studio.backprop.train.Cursor.Phase;

/**
 * How long the parts of a step take at full speed: measured in each, and the older a step the less it counts. The very first are slow,
 * their
 * code is not compiled yet: of few steps, the last third counts.
 */
final class PhaseTimer {
  /** The share of a new step in the mean, at most; many that follow fast count for about a second, so that nobody sees them flicker. */
  private static final double FRESH = 0.05;
  private static final double SECOND = 1e9;

  /** Over how many times the steps that count the mean has gone so far. */
  private static final double LAST_PART = 3;

  private final LongSupplier clock;
  private final double[] nanos = new double[Phase.values().length];
  private long since;
  private long began;
  private double fresh;
  private long steps;
  private boolean running;

  /** @param clock in nanoseconds */
  PhaseTimer(LongSupplier clock) {
    this.clock = clock;
  }

  /** A step begins. */
  void start() {
    since = clock.getAsLong();
    steps++;
    fresh = Math.max(Math.min(FRESH, (since - began) / SECOND), Math.min(1, LAST_PART / steps));
    began = since;
  }

  /** A part of the step is done; the next begins. */
  void took(Phase phase) {
    long now = clock.getAsLong();
    int part = phase.ordinal();
    nanos[part] += fresh * (now - since - nanos[part]);
    running |= phase == Phase.UPDATE;
    since = now;
  }

  /** The share of a part in the time of a step; NaN before a step was measured. */
  double share(Phase phase) {
    double all = 0;
    for (double part : nanos) {
      all += part;
    }
    return running ? nanos[phase.ordinal()] / all : Double.NaN;
  }
}
