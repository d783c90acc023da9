package studio.backprop.kernel;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kernels under test and what the tests of both share. */
final class KernelPair {
  private KernelPair() {}

  static Stream<Kernels> all() {
    return makers().map(maker -> maker.apply(Workers.of(1)));
  }

  static Stream<Function<Workers, Kernels>> makers() {
    return Stream.of(ScalarKernels::new, VectorKernels::new);
  }

  static float[] random(Random random, int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.nextFloat() * 2 - 1;
    }
    return numbers;
  }
}
