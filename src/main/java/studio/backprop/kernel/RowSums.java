package studio.backprop.kernel;

/**
 * Weighted sums of rows, each row an array of its own: the compiler turns a loop with one bare index into vector code by itself, but not
 * one with offsets.
 */
final class RowSums {
  private RowSums() {}

  /** Rows of at least the given length; those of {@code old} where they suffice. */
  static float[][] atLeast(float[][] old, int rows, int length) {
    if (old.length >= rows && old[0].length >= length) {
      return old;
    }
    return new float[Math.max(rows, old.length)][Math.max(length, old.length == 0 ? 0 : old[0].length)];
  }

  /** sum[j] += Σₚ a[at + p·step] · rows[p][j] for j below n. */
  static void add(float[] sum, int n, int k, float[] a, int at, int step, float[][] rows) {
    int p = 0;
    int from = at;
    for (; p + 4 <= k; p += 4, from += 4 * step) {
      addFour(sum, n, a[from], rows[p], a[from + step], rows[p + 1], a[from + 2 * step], rows[p + 2], a[from + 3 * step], rows[p + 3]);
    }
    for (; p < k; p++, from += step) {
      addOne(sum, n, a[from], rows[p]);
    }
  }

  private static void addFour(
      float[] sum, int n, float s0, float[] row0, float s1, float[] row1, float s2, float[] row2, float s3, float[] row3) {
    for (int j = 0; j < n; j++) {
      sum[j] += s0 * row0[j] + s1 * row1[j] + (s2 * row2[j] + s3 * row3[j]);
    }
  }

  private static void addOne(float[] sum, int n, float s, float[] row) {
    for (int j = 0; j < n; j++) {
      sum[j] += s * row[j];
    }
  }

  /** sums[at + p] += row · rows[p] for every row p. */
  static void addDots(float[] sums, int at, float[] row, float[][] rows) {
    int p = 0;
    for (; p + 4 <= rows.length; p += 4) {
      addFourDots(sums, at + p, row, rows[p], rows[p + 1], rows[p + 2], rows[p + 3]);
    }
    for (; p < rows.length; p++) {
      sums[at + p] += dot(row, rows[p]);
    }
  }

  private static void addFourDots(float[] sums, int at, float[] row, float[] row0, float[] row1, float[] row2, float[] row3) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int j = 0; j < row.length; j++) {
      float v = row[j];
      s0 += v * row0[j];
      s1 += v * row1[j];
      s2 += v * row2[j];
      s3 += v * row3[j];
    }
    sums[at] += s0;
    sums[at + 1] += s1;
    sums[at + 2] += s2;
    sums[at + 3] += s3;
  }

  private static float dot(float[] row, float[] other) {
    float sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * other[j];
    }
    return sum;
  }
}
