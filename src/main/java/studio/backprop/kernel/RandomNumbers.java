package studio.backprop.kernel;

import java.util.Random;

/** Normal numbers for kernels that are timed: the same in every run. */
public final class RandomNumbers {
  private final Random random = new Random(1);

  /** So many of them. */
  public float[] normal(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
