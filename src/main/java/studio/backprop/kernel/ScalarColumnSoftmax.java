package studio.backprop.kernel;

import java.util.Arrays;

/** Row by row, with one number per column as state. */
final class ScalarColumnSoftmax implements ColumnSoftmax {
  private float[] top = new float[0];
  private float[] total = new float[0];

  @Override
  public void forward(float scale, float[] x, float[] y, int at, int rows, int columns) {
    makeRoom(columns);
    Arrays.fill(top, 0, columns, Float.NEGATIVE_INFINITY);
    Arrays.fill(total, 0, columns, 0f);
    for (int r = 0; r < rows; r++) {
      takeMax(x, at + r * columns, columns);
    }
    for (int r = 0; r < rows; r++) {
      takeExp(scale, x, y, at + r * columns, columns);
    }
    for (int r = 0; r < rows; r++) {
      divide(y, at + r * columns, columns);
    }
  }

  private void makeRoom(int columns) {
    if (top.length < columns) {
      top = new float[columns];
      total = new float[columns];
    }
  }

  private void takeMax(float[] x, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      top[j] = Math.max(top[j], x[at + j]);
    }
  }

  private void takeExp(float scale, float[] x, float[] y, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      y[at + j] = ScalarMath.exp(scale * (x[at + j] - top[j]));
      total[j] += y[at + j];
    }
  }

  private void divide(float[] y, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      y[at + j] /= total[j];
    }
  }

  @Override
  public void backward(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns) {
    makeRoom(columns);
    Arrays.fill(total, 0, columns, 0f);
    for (int r = 0; r < rows; r++) {
      takeProducts(y, dy, at + r * columns, columns);
    }
    for (int r = 0; r < rows; r++) {
      give(scale, y, dy, dx, at + r * columns, columns);
    }
  }

  private void takeProducts(float[] y, float[] dy, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      total[j] += y[at + j] * dy[at + j];
    }
  }

  private void give(float scale, float[] y, float[] dy, float[] dx, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[at + j] = scale * y[at + j] * (dy[at + j] - total[j]);
    }
  }
}
