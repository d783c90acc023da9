package studio.backprop.op;

/** Sums in double, always in the same order. Four accumulators: the core keeps several additions in flight. */
final class Sums {
  private Sums() {}

  /** Σ x over the places from {@code from} to before {@code to}. */
  static double sum(float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /** Σ (x − mean)² over the places from {@code from} to before {@code to}. */
  static double squares(float[] x, float mean, int from, int to) {
    double a = 0;
    double b = 0;
    int i = from;
    for (; i < to - 1; i += 2) {
      float first = x[i] - mean;
      float second = x[i + 1] - mean;
      a += first * first;
      b += second * second;
    }
    if (i < to) {
      a += (x[i] - mean) * (x[i] - mean);
    }
    return a + b;
  }
}
