package studio.backprop.tensor;

import java.util.SplittableRandom;

/**
 * Independent random streams by use, derived from the run's seed and the name of the use. Adding a dropout layer therefore does not change
 * the shuffling of data, and runs are reproducible.
 */
public record Seeds(long seed) {
  /** New stream of a use such as {@code "shuffle"} or {@code "init/3/weight"}; the same for the same name. */
  public SplittableRandom source(String use) {
    long mixed = seed;
    for (int i = 0; i < use.length(); i++) {
      mixed = (mixed ^ use.charAt(i)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return new SplittableRandom(mixed);
  }
}
