package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscendentalTest {
  private static final float[] EXTREMES = {
    0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 1e30f, -1e30f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, 3e-20f,
    Float.MIN_NORMAL, Float.MAX_VALUE, 88.7f, 88.8f, -87.3f, -87.4f, -103f, 0.5f, 1f, -1f, 7.9f, 9f, -9f, 3.99f, 4.01f, 1.4142135f
  };

  private interface Kernel {
    void run(float[] x, float[] y, int n);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void expIsWithinThreeUnits(Kernels kernels) {
    check(kernels::exp, x -> Math.exp(x), -90, 90, 3);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void logIsWithinThreeUnits(Kernels kernels) {
    check(kernels::log, Math::log, 0, 100, 3);
    check(kernels::log, Math::log, 0.9, 1.1, 3);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void sigmoidIsWithinFourUnits(Kernels kernels) {
    check(kernels::sigmoid, x -> 1 / (1 + Math.exp(-x)), -90, 90, 4);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void tanhIsWithinSevenUnits(Kernels kernels) {
    check(kernels::tanh, Math::tanh, -10, 10, 7);
    check(kernels::tanh, Math::tanh, -1e-3, 1e-3, 7);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void erfIsWithinEightUnits(Kernels kernels) {
    check(kernels::erf, x -> Double.isInfinite(x) ? Math.signum(x) : x == 0 ? x : Math.abs(x) < 1e-4 ? x * 1.1283791670955126 : Erf.erf(x),
        -5, 5, 8);
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void onlyTheFirstNumbersAreWritten(Kernels kernels) {
    for (int n = 0; n < 70; n++) {
      float[] y = new float[n + 1];
      y[n] = 5;
      kernels.exp(new float[n + 1], y, n);
      assertThat(y[n]).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void softmaxRowsSumToOneAndLargeNumbersDoNotOverflow(Kernels kernels) {
    for (int columns : new int[] {1, 3, 10, 16, 33}) {
      float[] x = KernelPair.random(new Random(3), 7 * columns);
      for (int i = 0; i < x.length; i++) {
        x[i] = x[i] * 5 + (i / columns == 2 ? 1e30f : i / columns == 3 ? -500 : 0);
      }
      float[] y = new float[x.length];
      kernels.softmaxRows(x, y, 7, columns);
      checkSoftmaxRows(x, y, columns);
      kernels.softmaxRows(x, x, 7, columns);
      assertThat(x).isEqualTo(y);
    }
  }

  /** Java 21 and later add up a vector in another order once that is compiled. */
  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void aSumHasTheSameBitsBeforeAndAfterItIsCompiled(Kernels kernels) {
    float[] x = new float[96];
    Random random = new Random(3);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    double first = kernels.sumOfSquares(x, 0, x.length, 0.1f);
    for (int i = 0; i < 20_000; i++) {
      assertThat(kernels.sumOfSquares(x, 0, x.length, 0.1f) == first).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void squaresThatAFloatCannotHoldAreSummed(Kernels kernels) {
    float[] x = new float[1003];
    for (float size : new float[] {1e-30f, 1e-20f, 1e-15f, 1, 1e15f, 1e25f}) {
      Arrays.fill(x, size);
      assertThat(kernels.sumOfSquares(x, 1003)).isCloseTo(1003.0 * size * size, withinPercentage(1e-4));
    }
    x[17] = Float.POSITIVE_INFINITY;
    assertThat(kernels.sumOfSquares(x, 1003)).isInfinite();
    x[18] = Float.NaN;
    assertThat(kernels.sumOfSquares(x, 1003)).isNaN();
    assertThat(kernels.sumOfSquares(new float[1003], 1003)).isZero();
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.Twins#all")
  void sumsAreExactForWholeNumbers(Kernels kernels) {
    float[] x = new float[1003];
    float[] y = new float[1003];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = 1;
    }
    assertThat(kernels.sumOfSquares(x, 1003)).isEqualTo(1002.0 * 1003 * 2005 / 6);
    kernels.addScaled(2, x, y, 1002);
    assertThat(y[1001]).isEqualTo(2003);
    assertThat(y[1002]).isEqualTo(1);
  }

  private static void checkSoftmaxRows(float[] x, float[] y, int columns) {
    for (int row = 0; row < x.length; row += columns) {
      double most = Double.NEGATIVE_INFINITY;
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        most = Math.max(most, x[row + j]);
      }
      for (int j = 0; j < columns; j++) {
        sum += Math.exp(x[row + j] - most);
      }
      for (int j = 0; j < columns; j++) {
        assertThat((double) y[row + j]).isCloseTo(Math.exp(x[row + j] - most) / sum, within(1e-6));
      }
    }
  }

  private static void check(Kernel kernel, DoubleUnaryOperator exact, double from, double to, int units) {
    int n = 20_003;
    float[] x = new float[n];
    Random random = new Random(5);
    for (int i = 0; i < n; i++) {
      // the extremes stand at both ends, where the last numbers of an odd count are treated apart
      x[i] = i < EXTREMES.length ? EXTREMES[i] : n - 1 - i < EXTREMES.length ? EXTREMES[n - 1 - i]
          : (float) (from + (to - from) * random.nextDouble());
      
    }
    float[] y = new float[n];
    kernel.run(x, y, n);
    for (int i = 0; i < n; i++) {
      float expected = (float) exact.applyAsDouble(x[i]);
      boolean same = Float.floatToIntBits(y[i]) == Float.floatToIntBits(expected);
      boolean nothing = Math.abs(expected) < 1e-35f && Math.abs(y[i] - expected) < 2 * Float.MIN_NORMAL;
      if (!same && !nothing && !(Math.abs((double) y[i] - expected) <= units * Math.ulp(expected))) {
        assertThat(y[i]).as("of %s", x[i]).isEqualTo(expected);
      }
    }
  }
}
