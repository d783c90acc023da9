package studio.backprop.kernel;

import java.util.Arrays;
import studio.backprop.kernel.BlockSize.Transposed;

/** Each row of the result is a weighted sum of rows of B. */
final class ScalarBlockProduct implements BlockProduct {
  private final BlockSize size;
  private final int aRow;
  private final int aColumn;

  ScalarBlockProduct(BlockSize size) {
    this.size = size;
    boolean turned = size.transposed() == Transposed.LEFT;
    this.aRow = turned ? 1 : size.aStride();
    this.aColumn = turned ? size.aStride() : 1;
  }

  @Override
  public void multiply(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    for (int i = 0; i < size.m(); i++) {
      Arrays.fill(c, cAt + i * size.cStride(), cAt + i * size.cStride() + size.n(), 0f);
    }
    add(a, aAt, b, bAt, c, cAt);
  }

  @Override
  public void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    for (int i = 0; i < size.m(); i++) {
      int from = aAt + i * aRow;
      int to = cAt + i * size.cStride();
      if (size.transposed() == Transposed.RIGHT) {
        addDots(a, from, b, bAt, c, to);
      } else {
        addRows(a, from, b, bAt, c, to);
      }
    }
  }

  private void addRows(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    int n = size.n();
    for (int p = 0; p < size.k(); p++) {
      float scale = a[aAt + p * aColumn];
      int row = bAt + p * size.bStride();
      for (int j = 0; j < n; j++) {
        c[cAt + j] += scale * b[row + j];
      }
    }
  }

  private void addDots(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    int k = size.k();
    for (int j = 0; j < size.n(); j++) {
      int row = bAt + j * size.bStride();
      float sum = 0;
      for (int p = 0; p < k; p++) {
        sum += a[aAt + p] * b[row + p];
      }
      c[cAt + j] += sum;
    }
  }
}
