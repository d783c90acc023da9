package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.BlockSize.Transposed;

/** Small products within larger matrices, and the softmax of columns, against the plain sums. */
class BlockProductTest {
  private static final int AT = 3;

  private final Random random = new Random(5);

  static Stream<Kernels> kernels() {
    return KernelPair.all();
  }

  /** Sizes below, at and above those of the tiles. */
  private static Stream<BlockSize> sizes() {
    return Stream.of(new int[] {1, 1, 1}, new int[] {3, 5, 2}, new int[] {8, 16, 4}, new int[] {32, 32, 16}, new int[] {13, 35, 7},
        new int[] {9, 49, 20},
        new int[] {20, 57, 50}, new int[] {17, 85, 31}, new int[] {5, 33, 170})
        .flatMap(s -> Stream.of(Transposed.values()).map(side -> sized(side, s[0], s[1], s[2])));
  }

  /** Strides wider than the rows. */
  private static BlockSize sized(Transposed side, int m, int n, int k) {
    return new BlockSize(side, m, n, k, 53 + k, 57 + (side == Transposed.RIGHT ? k : n), 61 + n);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aBlockIsTheSumOfProductsAndNothingAroundItIsTouched(Kernels kernels) {
    sizes().forEach(size -> {
      float[] a = KernelPair.random(random, 40_000);
      float[] b = KernelPair.random(random, 40_000);
      float[] c = KernelPair.random(random, 40_000);
      float[] expected = c.clone();
      BlockProduct product = kernels.blockProduct(size);
      product.multiply(a, AT, b, AT, c, AT);
      product.add(a, AT, b, AT, c, AT);
      fillTwice(size, a, b, expected);
      for (int i = 0; i < c.length; i++) { // a sentence for each of so many numbers would take most of the time
        if (!(Math.abs(c[i] - expected[i]) <= 1e-4f)) {
          assertThat(c[i]).as("%s at %d", size, i).isCloseTo(expected[i], Offset.offset(1e-4f));
        }
      }
    });
  }

  private static void fillTwice(BlockSize size, float[] a, float[] b, float[] c) {
    boolean left = size.transposed() == Transposed.LEFT;
    boolean right = size.transposed() == Transposed.RIGHT;
    for (int i = 0; i < size.m(); i++) {
      for (int j = 0; j < size.n(); j++) {
        double sum = 0;
        for (int p = 0; p < size.k(); p++) {
          float x = a[AT + (left ? p * size.aStride() + i : i * size.aStride() + p)];
          float y = b[AT + (right ? j * size.bStride() + p : p * size.bStride() + j)];
          sum += x * y;
        }
        c[AT + i * size.cStride() + j] = (float) (2 * sum);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theSoftmaxOfColumnsIsThatOfRowsTurned(Kernels kernels) {
    for (int columns : new int[] {1, 16, 37}) {
      int rows = 6;
      float[] x = KernelPair.random(random, AT + rows * columns);
      float[] dy = KernelPair.random(random, AT + rows * columns);
      float[] y = new float[x.length];
      float[] dx = new float[x.length];
      kernels.softmaxColumns(3f, x, y, AT, rows, columns);
      kernels.softmaxColumnsGradient(3f, y, dy, dx, AT, rows, columns);
      for (int j = 0; j < columns; j++) {
        assertColumn(x, y, dy, dx, AT + j, rows, columns);
      }
    }
  }

  private static void assertColumn(float[] x, float[] y, float[] dy, float[] dx, int at, int rows, int columns) {
    double total = 0;
    double mean = 0;
    for (int r = 0; r < rows; r++) {
      total += Math.exp(3.0 * x[at + r * columns]);
      mean += (double) y[at + r * columns] * dy[at + r * columns];
    }
    for (int r = 0; r < rows; r++) {
      int i = at + r * columns;
      assertThat((double) y[i]).isCloseTo(Math.exp(3.0 * x[i]) / total, Offset.offset(1e-5));
      assertThat((double) dx[i]).isCloseTo(3 * y[i] * (dy[i] - mean), Offset.offset(1e-5));
    }
  }
}
