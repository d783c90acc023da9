package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Two interleaving half circles of radius 2/3: class 0 above, class 1 below. As in scikit-learn, but centred. */
public final class Moons implements PointGenerator {
  private static final double RADIUS = 2 / 3.0;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int label = index % 2;
    double side = label == 0 ? 1 : -1;
    double angle = Math.PI * random.nextDouble();
    // in units of the radius the upper centre lies at (−1/2, −1/4), the lower one opposite
    double x = side * (Math.cos(angle) - 0.5);
    double y = side * (Math.sin(angle) - 0.25);
    PointGenerator.put(RADIUS * x, RADIUS * y, noise, random, xy);
    return label;
  }
}
