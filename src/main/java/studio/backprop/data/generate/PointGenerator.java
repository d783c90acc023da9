package studio.backprop.data.generate;

import java.util.SplittableRandom;

/**
 * Generator of examples with two inputs, x and y, within about −1 to 1. Noise is a standard deviation in the same unit: added to the inputs
 * of a classification, or to the target of a regression.
 */
public interface PointGenerator {
  /**
   * Draws example {@code index}, counted from 0; classes alternate, so that they are balanced.
   *
   * @param noise standard deviation, at least 0
   * @param xy receives the two inputs
   * @return the target: class index or value
   */
  float draw(int index, double noise, SplittableRandom random, float[] xy);

  /** Writes a point with noise. */
  static void put(double x, double y, double noise, SplittableRandom random, float[] xy) {
    xy[0] = (float) (x + noise * gaussian(random));
    xy[1] = (float) (y + noise * gaussian(random));
  }

  /** Standard normal. Box and Muller 1958. */
  static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Uniform from −1 to 1. */
  static double even(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }
}
