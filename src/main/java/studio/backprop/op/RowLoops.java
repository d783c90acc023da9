package studio.backprop.op;

/** Loops over a row with one index, which the JIT vectorizes. */
final class RowLoops {
  private RowLoops() {}

  /** y = (x − mean)·scale + shift. */
  static void scaleAndShift(float[] x, float[] mean, float[] scale, float[] shift, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (x[i] - mean[i]) * scale[i] + shift[i];
    }
  }

  /** sum += x. */
  static void add(float[] x, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += x[i];
    }
  }

  /** sum += (x − mean)². */
  static void addSquares(float[] x, float[] mean, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += (x[i] - mean[i]) * (x[i] - mean[i]);
    }
  }

  /** sum += g·(x − mean). */
  static void addProducts(float[] g, float[] x, float[] mean, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += g[i] * (x[i] - mean[i]);
    }
  }

  /** sum += g·scale + x·slope + shift. */
  static void addScaled(float[] g, float[] scale, float[] x, float[] slope, float[] shift, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += g[i] * scale[i] + x[i] * slope[i] + shift[i];
    }
  }
}
