package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;

class NormTest {
  private static final int N = 10_007;

  private final Kernels kernels = KernelChoice.create(1);

  @ParameterizedTest
  @ValueSource(floats = {1, 1e-3f, 1e-15f, 1e-30f, 1e15f, 1e25f})
  void sixDigitsAreRightHoweverLargeTheNumbersAre(float scale) {
    Random random = new Random(1);
    float[] x = new float[N + 5];
    double squares = 0;
    for (int i = 0; i < N; i++) {
      x[i] = scale * (float) random.nextGaussian();
      squares += (double) x[i] * x[i];
    }
    x[N] = Float.NaN;
    double exact = Math.sqrt(squares);
    assertThat(Norm.of(x, N, kernels)).isCloseTo(exact, within(1e-6 * exact));
  }

  @Test
  void aNumberThatIsNoneIsNotHidden() {
    float[] x = new float[N];
    assertThat(Norm.of(x, N, kernels)).isZero();
    x[7] = Float.NaN;
    assertThat(Norm.of(x, N, kernels)).isNaN();
    x[7] = Float.NEGATIVE_INFINITY;
    assertThat(Norm.of(x, N, kernels)).isInfinite();
  }
}
