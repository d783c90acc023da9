package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Two isotropic Gaussians, class 0 at (−0.4, −0.4) and class 1 at (0.4, 0.4). Their standard deviation is 0.15 plus the noise. */
public final class Gaussians implements PointGenerator {
  private static final double CENTRE = 0.4;
  private static final double DEVIATION = 0.15;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int label = index % 2;
    double centre = label == 1 ? CENTRE : -CENTRE;
    PointGenerator.put(centre, centre, DEVIATION + noise, random, xy);
    return label;
  }
}
