package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectorized over columns. Split into three small methods, as a single one would allocate its vectors on the heap. Remaining columns are
 * copied to full vectors.
 */
final class VectorColumnSoftmax implements ColumnSoftmax {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private final float[] top = new float[LENGTH];
  private final float[] total = new float[LENGTH];
  private float[] first = new float[0];
  private float[] second = new float[0];

  @Override
  public void forward(float scale, float[] x, float[] y, int at, int rows, int columns) {
    int whole = columns / LENGTH * LENGTH;
    for (int j = 0; j < whole; j += LENGTH) {
      forwardVector(scale, x, y, at + j, rows, columns);
    }
    if (whole < columns) {
      makeRoom(rows);
      VectorProduct.copyRows(x, at + whole, columns, first, 0, LENGTH, rows, columns - whole);
      forwardVector(scale, first, first, 0, rows, LENGTH);
      VectorProduct.copyRows(first, 0, LENGTH, y, at + whole, columns, rows, columns - whole);
    }
  }

  private void makeRoom(int rows) {
    if (first.length < rows * LENGTH) {
      first = new float[rows * LENGTH];
      second = new float[rows * LENGTH];
    }
  }

  private void forwardVector(float scale, float[] x, float[] y, int at, int rows, int stride) {
    takeMax(x, at, rows, stride, top);
    VectorMath.expDown(scale, x, top, y, total, at, rows, stride);
    divide(y, at, rows, stride, total);
  }

  private static void takeMax(float[] x, int at, int rows, int stride, float[] top) {
    FloatVector most = FloatVector.fromArray(LANES, x, at);
    for (int r = 1, i = at + stride; r < rows; r++, i += stride) {
      most = most.max(FloatVector.fromArray(LANES, x, i));
    }
    most.intoArray(top, 0);
  }

  private static void divide(float[] y, int at, int rows, int stride, float[] total) {
    FloatVector share = FloatVector.broadcast(LANES, 1f).div(FloatVector.fromArray(LANES, total, 0));
    for (int r = 0, i = at; r < rows; r++, i += stride) {
      FloatVector.fromArray(LANES, y, i).mul(share).intoArray(y, i);
    }
  }

  @Override
  public void backward(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns) {
    int whole = columns / LENGTH * LENGTH;
    for (int j = 0; j < whole; j += LENGTH) {
      backwardVector(scale, y, dy, dx, at + j, rows, columns);
    }
    if (whole < columns) {
      makeRoom(rows);
      VectorProduct.copyRows(y, at + whole, columns, first, 0, LENGTH, rows, columns - whole);
      VectorProduct.copyRows(dy, at + whole, columns, second, 0, LENGTH, rows, columns - whole);
      backwardVector(scale, first, second, second, 0, rows, LENGTH);
      VectorProduct.copyRows(second, 0, LENGTH, dx, at + whole, columns, rows, columns - whole);
    }
  }

  private static void backwardVector(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int stride) {
    FloatVector sum = FloatVector.zero(LANES);
    for (int r = 0, i = at; r < rows; r++, i += stride) {
      sum = FloatVector.fromArray(LANES, y, i).fma(FloatVector.fromArray(LANES, dy, i), sum);
    }
    FloatVector by = FloatVector.broadcast(LANES, scale);
    for (int r = 0, i = at; r < rows; r++, i += stride) {
      FloatVector part = FloatVector.fromArray(LANES, y, i).mul(by);
      FloatVector.fromArray(LANES, dy, i).sub(sum).mul(part).intoArray(dx, i);
    }
  }
}
