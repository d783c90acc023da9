package studio.backprop.train;

import java.util.function.LongSupplier;
import studio.backprop.train.Cursor.Phase;

/**
 * Moving averages of the durations of the phases of a step at full speed. The first steps run uncompiled code: of few steps, the last third
 * counts.
 */
final class PhaseTimer {
  /** Least weight of a new step in the mean: fast steps are averaged over about a second, so that the display does not flicker. */
  private static final double FRESH = 0.05;
  private static final double SECOND = 1e9;

  /** Fraction of the steps over which the mean extends, inverted. */
  private static final double LAST_PART = 3;

  private static final int PHASES = Phase.values().length;

  private final LongSupplier clock;
  /** By pass. */
  private final double[] nanos;
  private long since;
  private long began;
  private double fresh;
  private long steps;
  private boolean running;

  PhaseTimer(LongSupplier clock) {
    this(clock, 1);
  }

  PhaseTimer(LongSupplier clock, int passes) {
    this.clock = clock;
    this.nanos = new double[passes * PHASES];
  }

  void start() {
    since = clock.getAsLong();
    steps++;
    fresh = Math.max(Math.min(FRESH, (since - began) / SECOND), Math.min(1, LAST_PART / steps));
    began = since;
  }

  /** Excludes the last nanoseconds from every phase. */
  void leaveOut(long nanoseconds) {
    since += nanoseconds;
  }

  /** Nanoseconds of a whole step; NaN before one was measured. */
  double whole() {
    double all = 0;
    for (double part : nanos) {
      all += part;
    }
    return running ? all : Double.NaN;
  }

  /** Ends a phase; the next begins. */
  void took(Phase phase) {
    took(0, phase);
  }

  void took(int pass, Phase phase) {
    long now = clock.getAsLong();
    int part = pass * PHASES + phase.ordinal();
    nanos[part] += fresh * (now - since - nanos[part]);
    running |= phase == Phase.UPDATE;
    since = now;
  }

  /** Share of a phase in the time of a step, over all passes; NaN before a step was measured. */
  double share(Phase phase) {
    double share = 0;
    for (int pass = 0; pass * PHASES < nanos.length; pass++) {
      share += share(pass, phase);
    }
    return share;
  }

  double share(int pass, Phase phase) {
    return running ? nanos[pass * PHASES + phase.ordinal()] / whole() : Double.NaN;
  }
}
