package studio.backprop.data.generate;

import java.util.SplittableRandom;

/**
 * Three hills and three valleys. Each is a cone of height 1 or −1 that reaches zero at distance 1/3; where two overlap, the larger absolute
 * value wins; plus noise. As TensorFlow Playground's multi-Gaussian regression.
 */
public final class Surface implements PointGenerator {
  /** x, y and height of each tip. */
  private static final double[][] TIPS = {
    {-2 / 3.0, 5 / 12.0, 1}, {0, 5 / 12.0, -1}, {2 / 3.0, 5 / 12.0, 1},
    {-2 / 3.0, -5 / 12.0, -1}, {0, -5 / 12.0, 1}, {2 / 3.0, -5 / 12.0, -1}
  };

  private static final double REACH = 1 / 3.0;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    PointGenerator.put(PointGenerator.even(random), PointGenerator.even(random), 0, random, xy);
    return (float) (height(xy[0], xy[1]) + noise * PointGenerator.gaussian(random));
  }

  static double height(double x, double y) {
    double height = 0;
    for (double[] tip : TIPS) {
      double share = Math.max(0, 1 - Math.hypot(x - tip[0], y - tip[1]) / REACH);
      if (share > Math.abs(height)) {
        height = share * tip[2];
      }
    }
    return height;
  }
}
