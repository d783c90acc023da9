package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** A disc of radius 0.5 (class 1) inside a ring from 0.7 to 1 (class 0), each uniform; not linearly separable. */
public final class Circles implements PointGenerator {
  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int inside = index % 2;
    double inner = inside == 1 ? 0 : 0.7;
    double outer = inside == 1 ? 0.5 : 1;
    // uniform in area
    double radius = Math.sqrt(inner * inner + random.nextDouble() * (outer * outer - inner * inner));
    double angle = 2 * Math.PI * random.nextDouble();
    PointGenerator.put(radius * Math.cos(angle), radius * Math.sin(angle), noise, random, xy);
    return inside;
  }
}
