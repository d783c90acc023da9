package studio.backprop.environment;

import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;

/**
 * Numbered dice: a fresh source of random numbers for each number, from a seed and the name of the use. Whoever knows how often was thrown
 * can go on from there, whatever was thrown in between by others.
 */
public final class SeededRandom {
  private final long base;

  public SeededRandom(Seeds seeds, String use) {
    this.base = seeds.source(use).nextLong();
  }

  /** The dice with this number: always the same throws. */
  public SplittableRandom at(long number) {
    long mixed = base + number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    return new SplittableRandom(mixed ^ mixed >>> 27);
  }
}
