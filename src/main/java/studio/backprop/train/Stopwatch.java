package studio.backprop.train;

import studio.backprop.train.Cursor.Phase;

/** How long the parts of a step take at full speed: measured in each, and the older a step the less it counts. */
final class Stopwatch {
  /** The share of a new step in the mean. */
  private static final double FRESH = 0.05;

  private final double[] nanos = new double[Phase.values().length];
  private long since;
  private boolean running;

  /** A step begins. */
  void start() {
    since = System.nanoTime();
  }

  /** A part of the step is done; the next begins. */
  void took(Phase phase) {
    long now = System.nanoTime();
    int part = phase.ordinal();
    nanos[part] = running ? nanos[part] + FRESH * (now - since - nanos[part]) : now - since;
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
