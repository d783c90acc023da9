package studio.backprop.train.agent;

import java.util.function.LongSupplier;

/** Moving averages of collection times per update: policy, environments and storage. */
public final class CollectionTimes {
  public enum Part {
    ACT,
    ENVIRONMENT,
    REMEMBER
  }

  /** Weight of a new round in the mean. */
  private static final double WEIGHT = 0.2;

  private final LongSupplier clock;
  private final long[] round = new long[Part.values().length];
  private final double[] mean = new double[Part.values().length];
  private long since;
  private long last;
  private boolean measured;

  CollectionTimes(LongSupplier clock) {
    this.clock = clock;
  }

  void start() {
    since = clock.getAsLong();
  }

  /** Ends a part; the next begins. */
  void took(Part part) {
    long now = clock.getAsLong();
    round[part.ordinal()] += now - since;
    last += now - since;
    since = now;
  }

  /** Ends a round. @param updates that follow until the next */
  void endRound(int updates) {
    for (int part = 0; part < round.length; part++) {
      double each = (double) round[part] / updates;
      mean[part] = measured ? mean[part] + WEIGHT * (each - mean[part]) : each;
      round[part] = 0;
    }
    measured = true;
  }

  /** Nanoseconds of collection since the last call. */
  public long sinceLast() {
    long taken = last;
    last = 0;
    return taken;
  }

  /** Nanoseconds per update; 0 if unmeasured. */
  public double nanos(Part part) {
    return mean[part.ordinal()];
  }
}
