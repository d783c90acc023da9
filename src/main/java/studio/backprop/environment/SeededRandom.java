package studio.backprop.environment;

import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;

/**
 * Counter-based random streams: a new generator for each number, from a seed and the name of the use. Reproducible by index, independently
 * of other draws. Immutable.
 */
public final class SeededRandom {
  private final long base;

  public SeededRandom(Seeds seeds, String use) {
    this.base = seeds.source(use).nextLong();
  }

  /** The generator of this number; the same each time. */
  public SplittableRandom at(long number) {
    long mixed = base + number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    return new SplittableRandom(mixed ^ mixed >>> 27);
  }
}
