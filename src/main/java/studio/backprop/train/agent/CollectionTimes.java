package studio.backprop.train.agent;

import java.util.function.LongSupplier;

/**
 * How long an agent takes to act, as it is measured: asking its network, moving its worlds, and keeping what came of it; per update, over
 * the rounds, the older the less. Nothing that is learned depends on it.
 */
public final class CollectionTimes {
  /** What it does, in its order. */
  public enum Part {
    ACT,
    ENVIRONMENT,
    REMEMBER
  }

  /** The share of a new round in the mean. */
  private static final double FRESH = 0.2;

  private final LongSupplier clock;
  private final long[] round = new long[Part.values().length];
  private final double[] mean = new double[Part.values().length];
  private long since;
  private long last;
  private boolean measured;

  /** @param clock in nanoseconds */
  CollectionTimes(LongSupplier clock) {
    this.clock = clock;
  }

  /** It begins to act. */
  void start() {
    since = clock.getAsLong();
  }

  /** A part is done; the next begins. */
  void took(Part part) {
    long now = clock.getAsLong();
    round[part.ordinal()] += now - since;
    last += now - since;
    since = now;
  }

  /** A round is over. @param updates that follow until it acts again */
  void endRound(int updates) {
    for (int part = 0; part < round.length; part++) {
      double each = (double) round[part] / updates;
      mean[part] = measured ? mean[part] + FRESH * (each - mean[part]) : each;
      round[part] = 0;
    }
    measured = true;
  }

  /** Nanoseconds that it acted since this was asked last. */
  public long sinceLast() {
    long taken = last;
    last = 0;
    return taken;
  }

  /** Nanoseconds per update; 0 before it was measured. */
  public double nanos(Part part) {
    return mean[part.ordinal()];
  }
}
