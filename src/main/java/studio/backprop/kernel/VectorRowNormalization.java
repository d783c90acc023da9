package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Vector loops with a scalar remainder. A row fits into the L1 cache, so that reading it three times is cheap. */
final class VectorRowNormalization implements RowNormalization {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private final int width;
  private final int whole;
  private final double epsilon;

  VectorRowNormalization(int width, double epsilon) {
    this.width = width;
    this.whole = width / LENGTH * LENGTH;
    this.epsilon = epsilon;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] gamma, float[] beta, float[] hat, float[] inverses, float[] y) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float mean = (float) (sum(x, at) / width);
      float inverse = (float) (1 / Math.sqrt(squares(x, at, mean) / width + epsilon));
      inverses[row] = inverse;
      finish(x, at, mean, inverse, gamma, beta, hat, y);
    }
  }

  private double sum(float[] x, int at) {
    FloatVector sums = FloatVector.zero(LANES);
    for (int j = 0; j < whole; j += LENGTH) {
      sums = sums.add(FloatVector.fromArray(LANES, x, at + j));
    }
    double sum = HalvedSum.sum(sums);
    for (int j = whole; j < width; j++) {
      sum += x[at + j];
    }
    return sum;
  }

  private double squares(float[] x, int at, float mean) {
    FloatVector middle = FloatVector.broadcast(LANES, mean);
    FloatVector sums = FloatVector.zero(LANES);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector apart = FloatVector.fromArray(LANES, x, at + j).sub(middle);
      sums = apart.fma(apart, sums);
    }
    double sum = HalvedSum.sum(sums);
    for (int j = whole; j < width; j++) {
      sum += (x[at + j] - mean) * (x[at + j] - mean);
    }
    return sum;
  }

  private void finish(float[] x, int at, float mean, float inverse, float[] gamma, float[] beta, float[] hat, float[] y) {
    FloatVector middle = FloatVector.broadcast(LANES, mean);
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector normal = FloatVector.fromArray(LANES, x, at + j).sub(middle).mul(by);
      normal.intoArray(hat, at + j);
      normal.fma(FloatVector.fromArray(LANES, gamma, j), FloatVector.fromArray(LANES, beta, j)).intoArray(y, at + j);
    }
    ScalarRowNormalization.finish(x, at, mean, inverse, gamma, beta, hat, y, whole, width);
  }

  @Override
  public void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float mean = (float) (sumOfSlopes(dy, gamma, at) / width);
      float slope = (float) (sumOfProducts(dy, gamma, hat, at) / width);
      if (add) {
        addGiven(dy, gamma, hat, dx, at, inverses[row], mean, slope);
      } else {
        give(dy, gamma, hat, dx, at, inverses[row], mean, slope);
      }
      ScalarRowNormalization.give(add, dy, gamma, hat, dx, at, inverses[row], mean, slope, whole, width);
    }
  }

  private double sumOfSlopes(float[] dy, float[] gamma, int at) {
    FloatVector sums = FloatVector.zero(LANES);
    for (int j = 0; j < whole; j += LENGTH) {
      sums = FloatVector.fromArray(LANES, gamma, j).fma(FloatVector.fromArray(LANES, dy, at + j), sums);
    }
    double sum = HalvedSum.sum(sums);
    for (int j = whole; j < width; j++) {
      sum += gamma[j] * dy[at + j];
    }
    return sum;
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

  private void give(float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float mean, float slope) {
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    FloatVector shift = FloatVector.broadcast(LANES, -mean);
    FloatVector tilt = FloatVector.broadcast(LANES, -slope);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector rest = FloatVector.fromArray(LANES, hat, at + j).fma(tilt, shift);
      FloatVector.fromArray(LANES, gamma, j).fma(FloatVector.fromArray(LANES, dy, at + j), rest).mul(by).intoArray(dx, at + j);
    }
  }

  private void addGiven(float[] dy, float[] gamma, float[] hat, float[] dx, int at, float inverse, float mean, float slope) {
    FloatVector by = FloatVector.broadcast(LANES, inverse);
    FloatVector shift = FloatVector.broadcast(LANES, -mean);
    FloatVector tilt = FloatVector.broadcast(LANES, -slope);
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector rest = FloatVector.fromArray(LANES, hat, at + j).fma(tilt, shift);
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
      float plain = 0;
      for (int i = from * width + j; i < to * width; i += width) {
        products += dy[i] * hat[i];
        plain += dy[i];
      }
      sums[at + j] = products;
      sums[at + width + j] = plain;
    }
  }

  private void sumsOfColumns(int from, int to, float[] dy, float[] hat, int column, float[] sums, int at) {
    FloatVector products = FloatVector.zero(LANES);
    FloatVector plain = FloatVector.zero(LANES);
    int end = to * width;
    for (int i = from * width + column; i < end; i += width) {
      FloatVector g = FloatVector.fromArray(LANES, dy, i);
      products = g.fma(FloatVector.fromArray(LANES, hat, i), products);
      plain = plain.add(g);
    }
    products.intoArray(sums, at + column);
    plain.intoArray(sums, at + width + column);
  }
}
