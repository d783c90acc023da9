package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Five by five small clusters in a square from −1 to 1, each a class. Their standard deviation is the noise. Srivastava et al. 2017. */
public final class GaussianGrid implements PointGenerator {
  public static final int SIDE = 5;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int mode = index % (SIDE * SIDE);
    PointGenerator.put(place(mode % SIDE), place(mode / SIDE), noise, random, xy);
    return mode;
  }

  private static double place(int nth) {
    return 2.0 * nth / (SIDE - 1) - 1;
  }
}
