package studio.backprop.kernel;

/** Loops that do not benefit from the Vector API: they are auto-vectorized, or memory-bound. */
final class PlainLoops {
  /** min(1, y·HUGE) is 1 for every relevant y above 0 and 0 for 0: a branch-free step function. */
  private static final float HUGE = 1e37f;

  private PlainLoops() {}

  static void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    for (int i = 0; i < rows; i++) {
      int row = xAt + i * columns;
      for (int j = 0; j < columns; j++) {
        sums[sumsAt + j] += x[row + j];
      }
    }
  }

  static void addScaled(float scale, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += scale * x[i];
    }
  }

  static void relu(float[] x, int at, int n, float[] y) {
    for (int i = at; i < at + n; i++) {
      y[i] = Math.max(0f, x[i]);
    }
  }

  static void reluGradient(float[] y, float[] dy, int at, int n, float[] dx) {
    for (int i = at; i < at + n; i++) {
      dx[i] = dy[i] * Math.min(1f, y[i] * HUGE);
    }
  }

  static void addReluGradient(float[] y, float[] dy, int at, int n, float[] dx) {
    for (int i = at; i < at + n; i++) {
      dx[i] += dy[i] * Math.min(1f, y[i] * HUGE);
    }
  }

  static double sumOfSquares(float[] x, int at, int n, float mean) {
    double a = 0;
    double b = 0;
    int i = at;
    for (; i + 2 <= at + n; i += 2) {
      float first = x[i] - mean;
      float second = x[i + 1] - mean;
      a += first * first;
      b += second * second;
    }
    for (; i < at + n; i++) {
      a += (x[i] - mean) * (x[i] - mean);
    }
    return a + b;
  }

  static double sumOfProducts(float[] g, float[] x, int at, int n, float mean) {
    double a = 0;
    double b = 0;
    int i = at;
    for (; i + 2 <= at + n; i += 2) {
      a += g[i] * (x[i] - mean);
      b += g[i + 1] * (x[i + 1] - mean);
    }
    for (; i < at + n; i++) {
      a += g[i] * (x[i] - mean);
    }
    return a + b;
  }

  static void normalize(float[] x, int at, int n, float mean, float scale, float shift, float[] y) {
    for (int i = at; i < at + n; i++) {
      y[i] = scale * (x[i] - mean) + shift;
    }
  }

  static void add(float[] x, int at, int n, float[] y) {
    for (int i = at; i < at + n; i++) {
      y[i] += x[i];
    }
  }

  static void combine(float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    for (int i = at; i < at + n; i++) {
      y[i] = scale * g[i] + (slope * x[i] + shift);
    }
  }

  static void addCombined(float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    for (int i = at; i < at + n; i++) {
      y[i] += scale * g[i] + (slope * x[i] + shift);
    }
  }

  static float sum(float[] x, int at, int n) {
    // four sums keep several additions in flight
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = at;
    for (; i + 4 <= at + n; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < at + n; i++) {
      s0 += x[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Of the numbers from {@code at} to before {@code end}. */
  static double sumOfSquares(float[] x, int at, int end) {
    // eight sums: an addition has a latency of four cycles, and the core starts two per cycle
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = at;
    for (; i + 8 <= end; i += 8) {
      s0 += (double) x[i] * x[i];
      s1 += (double) x[i + 1] * x[i + 1];
      s2 += (double) x[i + 2] * x[i + 2];
      s3 += (double) x[i + 3] * x[i + 3];
      s4 += (double) x[i + 4] * x[i + 4];
      s5 += (double) x[i + 5] * x[i + 5];
      s6 += (double) x[i + 6] * x[i + 6];
      s7 += (double) x[i + 7] * x[i + 7];
    }
    for (; i < end; i++) {
      s0 += (double) x[i] * x[i];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }

  /** y = x − row maximum, for an overflow-safe softmax. */
  static void lessRowMax(float[] x, float[] y, int rows, int columns) {
    for (int i = 0, row = 0; i < rows; i++, row += columns) {
      float most = x[row];
      for (int j = 1; j < columns; j++) {
        most = Math.max(most, x[row + j]);
      }
      for (int j = 0; j < columns; j++) {
        y[row + j] = x[row + j] - most;
      }
    }
  }

  static void divideByRowSum(float[] y, int rows, int columns) {
    for (int i = 0, row = 0; i < rows; i++, row += columns) {
      float sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += y[row + j];
      }
      float scale = 1 / sum;
      for (int j = 0; j < columns; j++) {
        y[row + j] *= scale;
      }
    }
  }

  static void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n) {
    float beta1 = step.beta1;
    float oneMinusBeta1 = step.oneMinusBeta1;
    float beta2 = step.beta2;
    float oneMinusBeta2 = step.oneMinusBeta2;
    float weightKept = step.weightKept;
    float pace = step.pace;
    float root = step.root;
    float epsilon = step.epsilon;
    for (int i = at; i < at + n; i++) {
      float mean = beta1 * m[i] + oneMinusBeta1 * g[i];
      float square = beta2 * v[i] + oneMinusBeta2 * g[i] * g[i];
      m[i] = mean;
      v[i] = square;
      w[i] = weightKept * w[i] - pace * mean / ((float) Math.sqrt(square) * root + epsilon);
    }
  }

  static long multiplyAddLoop(int rounds, float[] result) {
    float s0 = 0;
    float s1 = 1;
    float s2 = 2;
    float s3 = 3;
    float s4 = 4;
    float s5 = 5;
    float s6 = 6;
    float s7 = 7;
    for (int i = 0; i < rounds; i++) {
      s0 = s0 * 0.999f + 0.5f;
      s1 = s1 * 0.999f + 0.5f;
      s2 = s2 * 0.999f + 0.5f;
      s3 = s3 * 0.999f + 0.5f;
      s4 = s4 * 0.999f + 0.5f;
      s5 = s5 * 0.999f + 0.5f;
      s6 = s6 * 0.999f + 0.5f;
      s7 = s7 * 0.999f + 0.5f;
    }
    result[0] = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    return 8L * rounds;
  }
}
