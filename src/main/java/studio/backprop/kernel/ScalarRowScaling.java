package studio.backprop.kernel;

import java.util.Arrays;

/** Number by number, with sums in double. */
final class ScalarRowScaling implements RowScaling {
  private final int width;
  private final double epsilon;

  ScalarRowScaling(int width, double epsilon) {
    this.width = width;
    this.epsilon = epsilon;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] gamma, float[] hat, float[] inverses, float[] y) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float inverse = (float) (1 / Math.sqrt(PlainLoops.sumOfSquares(x, at, width, 0) / width + epsilon));
      inverses[row] = inverse;
      finish(x, at, inverse, gamma, hat, y, 0, width);
    }
  }

  /** The places from {@code first} to before {@code end} of a row whose root mean square is known. */
  static void finish(float[] x, int at, float inverse, float[] gamma, float[] hat, float[] y, int first, int end) {
    for (int j = first; j < end; j++) {
      hat[at + j] = x[at + j] * inverse;
      y[at + j] = hat[at + j] * gamma[j];
    }
  }

  @Override
  public void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      double slope = 0;
      for (int j = 0; j < width; j++) {
        slope += gamma[j] * dy[at + j] * hat[at + j];
      }
      give(add, dy, gamma, hat, dx, at, inverses[row], (float) (slope / width), 0, width);
    }
  }

  static void give(
      boolean add, float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float slope, int first, int end) {
    for (int j = first; j < end; j++) {
      float change = inverse * (gamma[j] * dy[at + j] - slope * hat[at + j]);
      dx[at + j] = add ? dx[at + j] + change : change;
    }
  }

  @Override
  public void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at) {
    Arrays.fill(sums, at, at + width, 0f);
    for (int row = from; row < to; row++) {
      addRow(dy, hat, row * width, sums, at);
    }
  }

  private void addRow(float[] dy, float[] hat, int row, float[] sums, int at) {
    for (int j = 0; j < width; j++) {
      sums[at + j] += dy[row + j] * hat[row + j];
    }
  }
}
