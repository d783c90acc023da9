package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Plane: value = (x + y) / 2, from −1 to 1, plus noise. A linear neuron can fit it. */
public final class Plane implements PointGenerator {
  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    PointGenerator.put(PointGenerator.even(random), PointGenerator.even(random), 0, random, xy);
    return (float) ((xy[0] + xy[1]) / 2 + noise * PointGenerator.gaussian(random));
  }
}
