package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Whole vectors of a row, and what is left number by number. A row lies in the near cache, so that reading it twice costs little. */
final class VectorRowScaling implements RowScaling {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private final int width;
  private final int whole;
  private final double epsilon;

  VectorRowScaling(int width, double epsilon) {
    this.width = width;
    this.whole = width / LENGTH * LENGTH;
    this.epsilon = epsilon;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] gamma, float[] hat, float[] inverses, float[] y) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float inverse = (float) (1 / Math.sqrt(squares(x, at) / width + epsilon));
      inverses[row] = inverse;
      finish(x, at, inverse, gamma, hat, y);
    }
  }

  private double squares(float[] x, int at) {
    FloatVector sums = FloatVector.zero(LANES);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector numbers = FloatVector.fromArray(LANES, x, at + j);
      sums = numbers.fma(numbers, sums);
    }
    double sum = HalvedSum.sum(sums);
    for (int j = whole; j < width; j++) {
      sum += x[at + j] * x[at + j];
    }
    return sum;
  }

  private void finish(float[] x, int at, float inverse, float[] gamma, float[] hat, float[] y) {
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector scaled = FloatVector.fromArray(LANES, x, at + j).mul(by);
      scaled.intoArray(hat, at + j);
      scaled.mul(FloatVector.fromArray(LANES, gamma, j)).intoArray(y, at + j);
    }
    ScalarRowScaling.finish(x, at, inverse, gamma, hat, y, whole, width);
  }

  @Override
  public void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float slope = (float) (sumOfProducts(dy, gamma, hat, at) / width);
      if (add) {
        addGiven(dy, gamma, hat, dx, at, inverses[row], slope);
      } else {
        give(dy, gamma, hat, dx, at, inverses[row], slope);
      }
      ScalarRowScaling.give(add, dy, gamma, hat, dx, at, inverses[row], slope, whole, width);
    }
  }

  private double sumOfProducts(float[] dy, float[] gamma, float[] hat, int at) {
    FloatVector sums = FloatVector.zero(LANES);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector slope = FloatVector.fromArray(LANES, gamma, j).mul(FloatVector.fromArray(LANES, dy, at + j));
      sums = slope.fma(FloatVector.fromArray(LANES, hat, at + j), sums);
    }
    double sum = HalvedSum.sum(sums);
    for (int j = whole; j < width; j++) {
      sum += gamma[j] * dy[at + j] * hat[at + j];
    }
    return sum;
  }

  private void give(float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float slope) {
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    FloatVector tilt = FloatVector.broadcast(LANES, -slope);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector rest = FloatVector.fromArray(LANES, hat, at + j).mul(tilt);
      FloatVector.fromArray(LANES, gamma, j).fma(FloatVector.fromArray(LANES, dy, at + j), rest).mul(by).intoArray(dx, at + j);
    }
  }

  private void addGiven(float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float slope) {
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    FloatVector tilt = FloatVector.broadcast(LANES, -slope);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector rest = FloatVector.fromArray(LANES, hat, at + j).mul(tilt);
      FloatVector change = FloatVector.fromArray(LANES, gamma, j).fma(FloatVector.fromArray(LANES, dy, at + j), rest);
      change.fma(by, FloatVector.fromArray(LANES, dx, at + j)).intoArray(dx, at + j);
    }
  }

  @Override
  public void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at) {
    for (int j = 0; j < whole; j += LENGTH) {
      sumsOfColumns(from, to, dy, hat, j, sums, at);
    }
    for (int j = whole; j < width; j++) {
      float products = 0;
      for (int i = from * width + j; i < to * width; i += width) {
        products += dy[i] * hat[i];
      }
      sums[at + j] = products;
    }
  }

  private void sumsOfColumns(int from, int to, float[] dy, float[] hat, int column, float[] sums, int at) {
    FloatVector products = FloatVector.zero(LANES);
    int end = to * width;
    for (int i = from * width + column; i < end; i += width) {
      products = FloatVector.fromArray(LANES, dy, i).fma(FloatVector.fromArray(LANES, hat, i), products);
    }
    products.intoArray(sums, at + column);
  }
}
