package studio.backprop.kernel;

/** Weighted sums of rows, each row an array of its own: loops with a single index are auto-vectorized, those with offsets are not. */
final class RowSums {
  private RowSums() {}

  /** Rows of at least the given length; reuses {@code old} if large enough. */
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

  /** sums[at + i·stride + p] += left[i] · right[p], all pairs of rows, over the places from..to. */
  static void addDots(float[] sums, int at, int stride, float[][] left, float[][] right, int from, int to) {
    int i = 0;
    for (; i + 2 <= left.length; i += 2) {
      int p = 0;
      for (; p + 4 <= right.length; p += 4) {
        addEightDots(sums, at + i * stride + p, stride, left[i], left[i + 1], right[p], right[p + 1], right[p + 2], right[p + 3], from, to);
      }
      for (; p < right.length; p++) {
        sums[at + i * stride + p] += dot(left[i], right[p], from, to);
        sums[at + (i + 1) * stride + p] += dot(left[i + 1], right[p], from, to);
      }
    }
    for (int p = 0; i < left.length && p < right.length; p++) {
      sums[at + i * stride + p] += dot(left[i], right[p], from, to);
    }
  }

  /** Eight sums at once, which reuse each loaded number four times or twice. */
  private static void addEightDots(
      float[] sums, int at, int stride, float[] left0, float[] left1, float[] right0, float[] right1, float[] right2, float[] right3,
      int from,
      int to) {
    float s00 = 0;
    float s01 = 0;
    float s02 = 0;
    float s03 = 0;
    float s10 = 0;
    float s11 = 0;
    float s12 = 0;
    float s13 = 0;
    for (int j = from; j < to; j++) {
      float l0 = left0[j];
      float l1 = left1[j];
      s00 += l0 * right0[j];
      s01 += l0 * right1[j];
      s02 += l0 * right2[j];
      s03 += l0 * right3[j];
      s10 += l1 * right0[j];
      s11 += l1 * right1[j];
      s12 += l1 * right2[j];
      s13 += l1 * right3[j];
    }
    sums[at] += s00;
    sums[at + 1] += s01;
    sums[at + 2] += s02;
    sums[at + 3] += s03;
    sums[at + stride] += s10;
    sums[at + stride + 1] += s11;
    sums[at + stride + 2] += s12;
    sums[at + stride + 3] += s13;
  }

  private static float dot(float[] left, float[] right, int from, int to) {
    float even = 0;
    float odd = 0;
    int j = from;
    for (; j + 2 <= to; j += 2) {
      even += left[j] * right[j];
      odd += left[j + 1] * right[j + 1];
    }
    return j < to ? even + odd + left[j] * right[j] : even + odd;
  }
}
