package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** A slanted plane over the square: value = (x + y) / 2, from −1 to 1, and noise. One neuron without activation can learn it. */
public final class Plane implements PointGenerator {
  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    PointGenerator.put(PointGenerator.even(random), PointGenerator.even(random), 0, random, xy);
    return (float) ((xy[0] + xy[1]) / 2 + noise * PointGenerator.gaussian(random));
  }
}
