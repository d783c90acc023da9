package studio.backprop.train;

import java.util.function.LongSupplier;
import studio.backprop.train.Cursor.Phase;

/**
 * How long the parts of a step take at full speed: measured in each, and the older a step the less it counts. The very first are slow,
 * their code is not compiled yet: of few steps, the last third counts.
 */
final class PhaseTimer {
  /** The share of a new step in the mean, at most; many that follow fast count for about a second, so that nobody sees them flicker. */
  private static final double FRESH = 0.05;
  private static final double SECOND = 1e9;

  /** Over how many times the steps that count the mean has gone so far. */
  private static final double LAST_PART = 3;

  private static final int PHASES = Phase.values().length;

  private final LongSupplier clock;
  /** Of the first pass, then of the next. */
  private final double[] nanos;
  private long since;
  private long began;
  private double fresh;
  private long steps;
  private boolean running;

  /** Of steps of one pass. @param clock in nanoseconds */
  PhaseTimer(LongSupplier clock) {
    this(clock, 1);
  }

  /** @param passes that a step can have */
  PhaseTimer(LongSupplier clock, int passes) {
    this.clock = clock;
    this.nanos = new double[passes * PHASES];
  }

  /** A step begins. */
  void start() {
    since = clock.getAsLong();
    steps++;
    fresh = Math.max(Math.min(FRESH, (since - began) / SECOND), Math.min(1, LAST_PART / steps));
    began = since;
  }

  /** So many nanoseconds before now belong to no part. */
  void leaveOut(long nanoseconds) {
    since += nanoseconds;
  }

  /** What a step takes in all its parts, in nanoseconds; NaN before a step was measured. */
  double whole() {
    double all = 0;
    for (double part : nanos) {
      all += part;
    }
    return running ? all : Double.NaN;
  }

  /** A part of the step is done; the next begins. */
  void took(Phase phase) {
    took(0, phase);
  }

  /** The same in one of several passes. */
  void took(int pass, Phase phase) {
    long now = clock.getAsLong();
    int part = pass * PHASES + phase.ordinal();
    nanos[part] += fresh * (now - since - nanos[part]);
    running |= phase == Phase.UPDATE;
    since = now;
  }

  /** The share of a part in the time of a step, over all passes; NaN before a step was measured. */
  double share(Phase phase) {
    double share = 0;
    for (int pass = 0; pass * PHASES < nanos.length; pass++) {
      share += share(pass, phase);
    }
    return share;
  }

  /** The same of one pass. */
  double share(int pass, Phase phase) {
    return running ? nanos[pass * PHASES + phase.ordinal()] / whole() : Double.NaN;
  }
}
