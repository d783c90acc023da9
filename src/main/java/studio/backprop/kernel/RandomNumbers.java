package studio.backprop.kernel;

import java.util.Random;

/** Normal random numbers for benchmarks, with a fixed seed. */
public final class RandomNumbers {
  private final Random random = new Random(1);

  public float[] normal(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
