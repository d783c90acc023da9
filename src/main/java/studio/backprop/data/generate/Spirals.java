package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Two spiral arms of 1¾ turns, from radius 0.05 to 1; class 1 is class 0 rotated by 180°. */
public final class Spirals implements PointGenerator {
  private static final double TURNS = 1.75;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int label = index % 2;
    double radius = 0.05 + 0.95 * random.nextDouble();
    double angle = 2 * Math.PI * TURNS * radius + Math.PI * label;
    PointGenerator.put(radius * Math.sin(angle), radius * Math.cos(angle), noise, random, xy);
    return label;
  }
}
