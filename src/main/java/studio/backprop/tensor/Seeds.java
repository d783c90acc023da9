package studio.backprop.tensor;

import java.util.SplittableRandom;

/**
 * One random source for each use, derived from the run's seed and the name of the use. Adding a dropout layer therefore never changes
 * how the data are shuffled, and the same seed always gives the same run.
 */
public record Seeds(long seed) {
  /** A fresh source for a use such as {@code "shuffle"} or {@code "init/3/weight"}: the same name always gives the same numbers. */
  public SplittableRandom source(String use) {
    long mixed = seed;
    for (int i = 0; i < use.length(); i++) {
      mixed = (mixed ^ use.charAt(i)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return new SplittableRandom(mixed);
  }
}
