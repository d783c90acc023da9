package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Points of a segment from (−1, −0.5) to (1, 0.5), uniform, with isotropic noise; the simplest task for a generator. */
public final class Line implements PointGenerator {
  private static final double SLOPE = 0.5;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    double along = 2 * random.nextDouble() - 1;
    PointGenerator.put(along, SLOPE * along, noise, random, xy);
    return 0;
  }
}
