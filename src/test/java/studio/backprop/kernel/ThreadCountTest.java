package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadCountTest {
  private static final ConvSize SIZE = new ConvSize(50, 6, 14, 14, 16, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1);

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#makers")
  void oneTwoAndThreeThreadsGiveTheSameBits(Function<Workers, Kernels> maker) {
    try (Kernels one = maker.apply(Workers.of(1)); Kernels two = maker.apply(Workers.of(2)); Kernels three = maker.apply(Workers.of(3))) {
      float[][] expected = results(one);
      for (int run = 0; run < 10; run++) {
        assertThat(results(two)).isDeepEqualTo(expected);
        assertThat(results(three)).isDeepEqualTo(expected);
      }
    }
  }

  private static float[][] results(Kernels kernels) {
    Random random = new Random(1);
    int m = 150;
    int n = 130;
    int k = 170;
    float[] a = KernelPair.random(random, m * k);
    float[] b = KernelPair.random(random, k * n);
    float[] plain = new float[m * n];
    float[] left = new float[m * n];
    float[] right = new float[m * n];
    float[] narrow = new float[600 * 10];
    kernels.affine(m, n, k, a, 0, b, 0, a, 0, plain, 0);
    kernels.multiplyLeftTransposed(true, m, n, k, a, 0, b, 0, left, 0);
    kernels.multiplyRightTransposed(false, m, n, k, a, 0, b, 0, right, 0);
    kernels.multiply(false, 600, 10, 40, a, 0, b, 0, narrow, 0);
    float[] x = KernelPair.random(random, SIZE.batch() * SIZE.inChannels() * SIZE.inPixels());
    float[] w = KernelPair.random(random, SIZE.filters() * SIZE.taps());
    float[] y = new float[SIZE.batch() * SIZE.filters() * SIZE.outPixels()];
    float[] dx = new float[x.length];
    float[] dw = new float[w.length];
    float[] db = new float[SIZE.filters()];
    Convolution convolution = kernels.convolution(SIZE, 1, false);
    convolution.forward(x, w, null, y);
    convolution.backward(x, w, y, y, dx, true, dw, db);
    return new float[][] {plain, left, right, narrow, y, dx, dw, db};
  }
}
