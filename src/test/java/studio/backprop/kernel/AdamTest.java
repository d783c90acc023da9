package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final int N = 83;
  private static final double RATE = 1e-3;

  private final Random random = new Random(7);
  private final Slots plain = new Slots(new ScalarKernels(Workers.of(1)));
  private final Slots vector = new Slots(new VectorKernels(Workers.of(1)));

  /** Parameters and what Adam keeps of them. */
  private static final class Slots {
    final Kernels kernels;
    final AdamStep adam = new AdamStep(0.9, 0.999, 1e-8);
    final float[] w = KernelPair.random(new Random(3), N + 2);
    final float[] m = new float[N + 2];
    final float[] v = new float[N + 2];
    int steps;

    Slots(Kernels kernels) {
      this.kernels = kernels;
    }

    void step(float[] g) {
      steps++;
      adam.set(1 - RATE * 0.01, RATE / (1 - Math.pow(0.9, steps)), 1 / Math.sqrt(1 - Math.pow(0.999, steps)));
      kernels.adam(adam, w, g, m, v, 1, N);
    }
  }

  @Test
  void bothKernelsHaveTheSameBitsForUsualGradients() {
    for (int step = 0; step < 30; step++) {
      float[] g = KernelPair.random(random, N + 2);
      plain.step(g);
      vector.step(g);
    }
    assertThat(vector.w).isEqualTo(plain.w);
    assertThat(vector.m).isEqualTo(plain.m);
    assertThat(vector.v).isEqualTo(plain.v);
  }

  @Test
  void gradientsTooSmallToBeSquaredChangeNoWeight() {
    for (int step = 0; step < 400; step++) {
      float[] g = KernelPair.random(random, N + 2);
      for (int i = 0; i < g.length; i++) {
        g[i] *= (float) Math.pow(10, -i % 45);
      }
      plain.step(g);
      vector.step(g);
    }
    assertThat(vector.w).isEqualTo(plain.w);
  }

  @Test
  void averagesOfAGradientThatHasGoneReachZero() {
    vector.step(KernelPair.random(random, N + 2));
    float[] none = new float[N + 2];
    for (int step = 0; step < 900; step++) {
      vector.step(none);
    }
    for (int i = 1; i <= N; i++) {
      assertThat(vector.m[i]).isZero();
      assertThat(vector.v[i]).isGreaterThan(0);
    }
  }

  @Test
  void infinityAndNaNAreNotHidden() {
    float[] g = new float[N + 2];
    g[3] = Float.NaN;
    g[4] = Float.NEGATIVE_INFINITY;
    vector.step(g);
    assertThat(vector.w[3]).isNaN();
    assertThat(vector.m[4]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(vector.v[4]).isEqualTo(Float.POSITIVE_INFINITY);
  }
}
