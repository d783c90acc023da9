package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {
  private static final int[][] SIZES = {
    {0, 3, 3}, {3, 0, 3}, {3, 3, 0}, {1, 1, 1}, {10, 8, 2}, {10, 1, 8}, {7, 11, 13}, {1, 128, 70}, {8, 32, 16}, {9, 33, 17}, {15, 31, 64},
    {16, 32, 65}, {17, 47, 53}, {64, 10, 128}, {63, 63, 63}, {64, 64, 64}, {65, 65, 65}, {3, 300, 41}, {100, 5, 200}, {70, 97, 61},
    {128, 130, 300}, {33, 16, 600}, {5, 48, 1100}, {71, 1, 99}
  };

  enum Form {
    PLAIN, LEFT_TRANSPOSED, RIGHT_TRANSPOSED
  }

  private final Random random = new Random(7);

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void everyFormEqualsTheSumOfProductsAndTouchesNothingElse(Kernels kernels) {
    for (int[] size : SIZES) {
      for (Form form : Form.values()) {
        check(kernels, form, false, size[0], size[1], size[2]);
        check(kernels, form, true, size[0], size[1], size[2]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void everySmallSizeWorks(Kernels kernels) {
    for (int n = 0; n <= 70; n++) {
      for (Form form : Form.values()) {
        check(kernels, form, n % 2 == 0, 70 - n, n, 3 + n / 2);
        check(kernels, form, n % 2 == 1, 9, n, n);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void affineAddsTheBiasToEachRow(Kernels kernels) {
    for (int[] size : SIZES) {
      int m = size[0];
      int n = size[1];
      int k = size[2];
      float[] x = KernelPair.random(random, m * k + 2);
      float[] w = KernelPair.random(random, k * n + 1);
      float[] b = KernelPair.random(random, n + 3);
      float[] y = KernelPair.random(random, m * n + 4);
      float[] expected = y.clone();
      for (int i = 0; i < m; i++) {
        System.arraycopy(b, 3, expected, 4 + i * n, n);
      }
      multiply(Form.PLAIN, true, m, n, k, x, 2, w, 1, expected, 4);
      kernels.affine(m, n, k, x, 2, w, 1, b, 3, y, 4);
      assertClose(y, expected, k, Arrays.toString(size));
      kernels.affineTransposed(m, n, k, x, 2, transposed(w, 1, k, n), 1, b, 3, y, 4);
      assertClose(y, expected, k, Arrays.toString(size) + " transposed");
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void aPackedMatrixMultipliesLikeOneThatIsNot(Kernels kernels) {
    for (int[] size : SIZES) {
      int m = size[0];
      int n = size[1];
      int k = size[2];
      float[] a = KernelPair.random(random, m * k + 2);
      float[] b = KernelPair.random(random, k * n + 1);
      float[] c = KernelPair.random(random, m * n + 3);
      float[] expected = c.clone();
      multiply(Form.PLAIN, true, m, n, k, a, 2, b, 1, expected, 3);
      PackedMatrix packed = kernels.packed(k, n);
      packed.pack(b, 1);
      float[] straight = c.clone();
      packed.addProduct(m, a, 2, straight, 3);
      assertClose(straight, expected, k, Arrays.toString(size));
      packed.packTransposed(transposed(b, 1, k, n), 1);
      packed.addProduct(m, a, 2, c, 3);
      assertClose(c, expected, k, Arrays.toString(size) + " transposed");
    }
  }

  /** Around the edges of tiles, panels and blocks of the shared side. */
  @Test
  void eachSumOfTheVectorKernelsIsOneChainOfMultiplyAdds() {
    try (Kernels one = new VectorKernels(Workers.of(1)); Kernels two = new VectorKernels(Workers.of(2))) {
      for (int m : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 23, 32, 41, 70}) {
        for (int n : new int[] {2, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 70, 96, 97, 113}) {
          for (int k : new int[] {1, 5, 16, 31, 70, 128, 129, 145, 257}) {
            checkBits(one, m, n, k);
          }
        }
      }
      for (int[] size : new int[][] {{70, 200, 300}, {300, 70, 200}, {600, 17, 129}, {33, 640, 145}}) {
        checkBits(one, size[0], size[1], size[2]);
        checkBits(two, size[0], size[1], size[2]);
      }
    }
  }

  private void checkBits(Kernels kernels, int m, int n, int k) {
    if (TinyProduct.fits(m, n, k)) {
      return;
    }
    float[] a = KernelPair.random(random, m * k + 3);
    float[] b = KernelPair.random(random, k * n + 5);
    float[] bias = KernelPair.random(random, n);
    float[] start = KernelPair.random(random, m * n + 9);
    float[] added = chain(m, n, k, a, b, start.clone());
    String what = m + "×" + n + "×" + k;
    float[] c = start.clone();
    kernels.multiply(true, m, n, k, a, 3, b, 5, c, 7);
    assertThat(c).as(what).isEqualTo(added);
    c = start.clone();
    kernels.multiplyLeftTransposed(true, m, n, k, transposed(a, 3, m, k), 3, b, 5, c, 7);
    assertThat(c).as(what + " left transposed").isEqualTo(added);
    c = start.clone();
    kernels.multiplyRightTransposed(true, m, n, k, a, 3, transposed(b, 5, k, n), 5, c, 7);
    assertThat(c).as(what + " right transposed").isEqualTo(added);
    c = start.clone();
    PackedMatrix packed = kernels.packed(k, n);
    packed.pack(b, 5);
    packed.addProduct(m, a, 3, c, 7);
    assertThat(c).as(what + " packed").isEqualTo(added);
    c = start.clone();
    kernels.affine(m, n, k, a, 3, b, 5, bias, 0, c, 7);
    for (int i = 0; i < m; i++) {
      System.arraycopy(bias, 0, start, 7 + i * n, n);
    }
    assertThat(c).as(what + " with bias").isEqualTo(chain(m, n, k, a, b, start));
  }

  /** c + the products one after the other, each rounded once. */
  private static float[] chain(int m, int n, int k, float[] a, float[] b, float[] c) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        for (int j = 0; j < n; j++) {
          c[7 + i * n + j] = Math.fma(a[3 + i * k + p], b[5 + p * n + j], c[7 + i * n + j]);
        }
      }
    }
    return c;
  }

  private static float[] transposed(float[] b, int at, int rows, int columns) {
    float[] to = new float[b.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        to[at + j * rows + i] = b[at + i * columns + j];
      }
    }
    return to;
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void addRowsSumsEachColumn(Kernels kernels) {
    for (int columns : new int[] {1, 10, 16, 33, 128}) {
      float[] x = KernelPair.random(random, 37 * columns + 1);
      float[] sums = KernelPair.random(random, columns + 2);
      float[] expected = sums.clone();
      for (int i = 0; i < 37 * columns; i++) {
        expected[2 + i % columns] += x[1 + i];
      }
      kernels.addRows(37, columns, x, 1, sums, 2);
      assertClose(sums, expected, 37, columns + " columns");
    }
  }

  private void check(Kernels kernels, Form form, boolean add, int m, int n, int k) {
    float[] a = KernelPair.random(random, m * k + 3);
    float[] b = KernelPair.random(random, k * n + 5);
    float[] c = KernelPair.random(random, m * n + 9);
    float[] expected = c.clone();
    multiply(form, add, m, n, k, a, 3, b, 5, expected, 7);
    switch (form) {
      case PLAIN -> kernels.multiply(add, m, n, k, a, 3, b, 5, c, 7);
      case LEFT_TRANSPOSED -> kernels.multiplyLeftTransposed(add, m, n, k, a, 3, b, 5, c, 7);
      case RIGHT_TRANSPOSED -> kernels.multiplyRightTransposed(add, m, n, k, a, 3, b, 5, c, 7);
      default -> throw new AssertionError(form);
    }
    assertClose(c, expected, k, form + " " + m + "×" + n + "×" + k + (add ? " added" : ""));
  }

  private static void multiply(
      Form form, boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = add ? c[cAt + i * n + j] : 0;
        for (int p = 0; p < k; p++) {
          float left = a[aAt + (form == Form.LEFT_TRANSPOSED ? p * m + i : i * k + p)];
          float right = b[bAt + (form == Form.RIGHT_TRANSPOSED ? j * k + p : p * n + j)];
          sum += (double) left * right;
        }
        c[cAt + i * n + j] = (float) sum;
      }
    }
  }

  private static void assertClose(float[] actual, float[] expected, int terms, String what) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= 2e-6 * (1 + Math.sqrt(terms)))) {
        assertThat(actual[i]).as("%s, place %d", what, i).isEqualTo(expected[i]);
      }
    }
  }
}
