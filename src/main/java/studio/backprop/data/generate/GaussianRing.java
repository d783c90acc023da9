package studio.backprop.data.generate;

import java.util.SplittableRandom;

/**
 * Eight small clusters on a circle of radius 1, each a class; for mode coverage of generators. Their standard deviation is the noise. Metz
 * et al. 2017.
 */
public final class GaussianRing implements PointGenerator {
  public static final int MODES = 8;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int mode = index % MODES;
    double angle = 2 * Math.PI * mode / MODES;
    PointGenerator.put(Math.cos(angle), Math.sin(angle), noise, random, xy);
    return mode;
  }
}
