package studio.backprop.kernel;

/**
 * Matrix products too small for packing and padding. Used by both implementations below the same size, so that a tiny network is fast from
 * its first steps, before the large tiles are compiled.
 */
final class TinyProduct {
  private static final int MOST_MULTIPLY_ADDS = 1024;

  private TinyProduct() {}

  static boolean fits(int m, int n, int k) {
    return (long) m * n * k <= MOST_MULTIPLY_ADDS;
  }

  /** C (+)= A·B, where A[i, p] is {@code a[aAt + i·aRow + p·aColumn]}: either A or its transpose. */
  static void multiply(
      boolean add, int m, int n, int k, float[] a, int aAt, int aRow, int aColumn, float[] b, int bAt, float[] c, int cAt) {
    if (!add) {
      clear(c, cAt, m * n);
    }
    if (n == 1) {
      multiplyColumn(m, k, a, aAt, aRow, aColumn, b, bAt, c, cAt);
      return;
    }
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        float scale = a[aAt + i * aRow + p * aColumn];
        int row = bAt + p * n;
        int to = cAt + i * n;
        for (int j = 0; j < n; j++) {
          c[to + j] += scale * b[row + j];
        }
      }
    }
  }

  private static void multiplyColumn(
      int m, int k, float[] a, int aAt, int aRow, int aColumn, float[] b, int bAt, float[] c, int cAt) {
    for (int i = 0; i < m; i++) {
      float sum = 0;
      for (int p = 0, at = aAt + i * aRow; p < k; p++, at += aColumn) {
        sum += a[at] * b[bAt + p];
      }
      c[cAt + i] += sum;
    }
  }

  /** C (+)= A·Bᵀ. */
  static void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (!add) {
      clear(c, cAt, m * n);
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a[aAt + i * k + p] * b[bAt + j * k + p];
        }
        c[cAt + i * n + j] += sum;
      }
    }
  }

  private static void clear(float[] c, int at, int n) {
    for (int j = 0; j < n; j++) {
      c[at + j] = 0;
    }
  }

  /** Initializes each row of c with the bias. */
  static void spread(float[] bias, int biasAt, int rows, int columns, float[] c, int cAt) {
    for (int i = 0; i < rows; i++) {
      int to = cAt + i * columns;
      for (int j = 0; j < columns; j++) {
        c[to + j] = bias[biasAt + j];
      }
    }
  }
}
