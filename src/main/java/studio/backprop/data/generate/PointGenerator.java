package studio.backprop.data.generate;

import java.util.SplittableRandom;

/**
 * Draws examples with two inputs, x and y, that lie within about −1 to 1. Without noise the picture is exact. Noise is a standard
 * deviation in the same unit: it moves the points of two classes about, and lifts or lowers the value of a regression.
 */
public interface PointGenerator {
  /**
   * Draws example number {@code index}, counted from 0; they take the classes in turn, so that these come out balanced.
   *
   * @param noise standard deviation, at least 0
   * @param xy receives the two inputs
   * @return the target: a class, counted from 0, or the value to predict
   */
  float draw(int index, double noise, SplittableRandom random, float[] xy);

  /** Puts a point down, moved by noise. */
  static void put(double x, double y, double noise, SplittableRandom random, float[] xy) {
    xy[0] = (float) (x + noise * gaussian(random));
    xy[1] = (float) (y + noise * gaussian(random));
  }

  /** A number from the standard normal distribution. Box and Muller 1958. */
  static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** A number spread evenly from −1 to 1. */
  static double even(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }
}
