package studio.backprop.train;

import java.util.function.LongSupplier;
import studio.backprop.train.Cursor.Phase;

/** Moving averages of the phase durations of whole steps. Of few steps, the last third counts: the first ones run uncompiled code. */
final class PhaseTimer {
  /** Minimum weight of a new step: fast steps are averaged over about a second, so that the display does not flicker. */
  private static final double MIN_WEIGHT = 0.05;
  private static final double NANOS_PER_SECOND = 1e9;

  /** The mean covers the last 1 / {@value} of the steps. */
  private static final double LAST_PART = 3;

  private static final int PHASES = Phase.values().length;

  private final LongSupplier clock;
  /** By pass and phase. */
  private final double[] nanos;
  private long since;
  private long began;
  private double weight;
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
    weight = Math.max(Math.min(MIN_WEIGHT, (since - began) / NANOS_PER_SECOND), Math.min(1, LAST_PART / steps));
    began = since;
  }

  /** Excludes the last nanoseconds from every phase. */
  void leaveOut(long nanoseconds) {
    since += nanoseconds;
  }

  /** Nanoseconds of a step; NaN if unmeasured. */
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
    nanos[part] += weight * (now - since - nanos[part]);
    running |= phase == Phase.UPDATE;
    since = now;
  }

  /** Share of a phase in the time of a step, over all passes; NaN if unmeasured. */
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
