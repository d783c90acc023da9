package studio.backprop.op;

/** Transposition between batch-major [batch, time, width] and time-major [time, batch, width] from {@code at} on. */
final class StepOrder {
  private StepOrder() {}

  /** To time-major. */
  static void take(float[] rows, int batch, int time, float[] steps, int at) {
    int width = rows.length / (batch * time);
    for (int row = 0; row < batch; row++) {
      for (int t = 0; t < time; t++) {
        copy(rows, (row * time + t) * width, steps, at + (t * batch + row) * width, width);
      }
    }
  }

  /** To batch-major. */
  static void give(float[] steps, int at, int batch, int time, float[] rows) {
    int width = rows.length / (batch * time);
    for (int row = 0; row < batch; row++) {
      for (int t = 0; t < time; t++) {
        copy(steps, at + (t * batch + row) * width, rows, (row * time + t) * width, width);
      }
    }
  }

  /** To batch-major, accumulated. */
  static void add(float[] steps, int batch, int time, float[] rows) {
    int width = rows.length / (batch * time);
    for (int row = 0; row < batch; row++) {
      for (int t = 0; t < time; t++) {
        int from = (t * batch + row) * width;
        int to = (row * time + t) * width;
        for (int j = 0; j < width; j++) {
          rows[to + j] += steps[from + j];
        }
      }
    }
  }

  private static void copy(float[] from, int fromAt, float[] to, int toAt, int width) {
    if (width == 1) {
      to[toAt] = from[fromAt];
    } else {
      System.arraycopy(from, fromAt, to, toAt, width);
    }
  }
}
