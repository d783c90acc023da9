package studio.backprop.kernel;

import java.util.Arrays;

/** Scalar loops, with sums in double precision. */
final class ScalarRowNormalization implements RowNormalization {
  private final int width;
  private final double epsilon;

  ScalarRowNormalization(int width, double epsilon) {
    this.width = width;
    this.epsilon = epsilon;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] gamma, float[] beta, float[] hat, float[] inverses, float[] y) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float mean = (float) (PlainLoops.sum(x, at, width) / width);
      float inverse = (float) (1 / Math.sqrt(PlainLoops.sumOfSquares(x, at, width, mean) / width + epsilon));
      inverses[row] = inverse;
      finish(x, at, mean, inverse, gamma, beta, hat, y, 0, width);
    }
  }

  /** Places from {@code first} to before {@code end} of a row with known mean. */
  static void finish(
      float[] x, int at, float mean, float inverse, float[] gamma, float[] beta, float[] hat, float[] y, int first, int end) {
    for (int j = first; j < end; j++) {
      hat[at + j] = (x[at + j] - mean) * inverse;
      y[at + j] = hat[at + j] * gamma[j] + beta[j];
    }
  }

  @Override
  public void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      double sum = 0;
      double slope = 0;
      for (int j = 0; j < width; j++) {
        float h = gamma[j] * dy[at + j];
        sum += h;
        slope += h * hat[at + j];
      }
      give(add, dy, gamma, hat, dx, at, inverses[row], (float) (sum / width), (float) (slope / width), 0, width);
    }
  }

  static void give(boolean add, float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float mean, float slope,
      int first, int end) {
    for (int j = first; j < end; j++) {
      float change = inverse * (gamma[j] * dy[at + j] - mean - slope * hat[at + j]);
      dx[at + j] = add ? dx[at + j] + change : change;
    }
  }

  @Override
  public void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at) {
    Arrays.fill(sums, at, at + 2 * width, 0f);
    for (int row = from; row < to; row++) {
      addRow(dy, hat, row * width, sums, at);
    }
  }

  private void addRow(float[] dy, float[] hat, int row, float[] sums, int at) {
    for (int j = 0; j < width; j++) {
      sums[at + j] += dy[row + j] * hat[row + j];
      sums[at + width + j] += dy[row + j];
    }
  }
}
