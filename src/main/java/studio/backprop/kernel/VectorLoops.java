package studio.backprop.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Simple loops over n numbers from {@code at} on. The remainder is processed by the plain loop of the same name. */
final class VectorLoops {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** Vectors per float sum of squares: eight for each of two sums. */
  private static final int RUN = 16;
  /**
   * Scale before squaring: squares of numbers down to 1e-36 stay normal floats. Subnormal results are a hundred times slower on many
   * processors, and frequent near convergence.
   */
  private static final float USUAL = 0x1p56f;
  /** Scales the smallest and largest floats near to one. */
  private static final float LARGER = 0x1p96f;
  private static final float SMALLER = 0x1p-70f;
  /** Sum of squares above which float underflow is negligible. */
  private static final double LEAST_AS_USUAL = 1e-60;

  private VectorLoops() {}

  /** End of the whole vectors. */
  private static int end(int at, int n) {
    return at + n / LENGTH * LENGTH;
  }

  static void relu(float[] x, int at, int n, float[] y) {
    FloatVector zero = FloatVector.zero(LANES);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector.fromArray(LANES, x, i).max(zero).intoArray(y, i);
    }
    PlainLoops.relu(x, end, at + n - end, y);
  }

  static void reluGradient(float[] y, float[] dy, int at, int n, float[] dx) {
    FloatVector zero = FloatVector.zero(LANES);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      zero.blend(FloatVector.fromArray(LANES, dy, i), zero.lt(FloatVector.fromArray(LANES, y, i))).intoArray(dx, i);
    }
    PlainLoops.reluGradient(y, dy, end, at + n - end, dx);
  }

  static void addReluGradient(float[] y, float[] dy, int at, int n, float[] dx) {
    FloatVector zero = FloatVector.zero(LANES);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector passed = zero.blend(FloatVector.fromArray(LANES, dy, i), zero.lt(FloatVector.fromArray(LANES, y, i)));
      FloatVector.fromArray(LANES, dx, i).add(passed).intoArray(dx, i);
    }
    PlainLoops.addReluGradient(y, dy, end, at + n - end, dx);
  }

  static double sum(float[] x, int at, int n) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    int end = end(at, n);
    int i = at;
    for (; i + LENGTH < end; i += 2 * LENGTH) {
      even = even.add(FloatVector.fromArray(LANES, x, i));
      odd = odd.add(FloatVector.fromArray(LANES, x, i + LENGTH));
    }
    if (i < end) {
      even = even.add(FloatVector.fromArray(LANES, x, i));
    }
    return HalvedSum.sum(even.add(odd)) + (double) PlainLoops.sum(x, end, at + n - end);
  }

  /** Repeats the sum with another scale where squares of large or small numbers are out of range of float. */
  static double sumOfSquares(float[] x, int n) {
    float scale = USUAL;
    double sum = 0;
    // a single call site, which the JIT optimizes better than two
    while (scale != 0) {
      sum = sumOfRuns(x, n, scale);
      scale = nextScale(scale, sum);
    }
    return sum;
  }

  /** Next scale; 0 where the sum is valid. */
  private static float nextScale(float scale, double sum) {
    if (sum == Double.POSITIVE_INFINITY && scale != SMALLER) {
      return scale == USUAL ? 1 : SMALLER;
    }
    return scale == USUAL && !(sum > LEAST_AS_USUAL) ? LARGER : 0;
  }

  /**
   * Sums eight squares per lane in float (error at most 5e-7), and these sums in double.
   *
   * @param scale power of two for numbers before squaring; its effect is undone
   */
  private static double sumOfRuns(float[] x, int n, float scale) {
    FloatVector by = FloatVector.broadcast(LANES, scale);
    DoubleVector s0 = DoubleVector.zero(HalvedSum.DOUBLES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int end = n / (RUN * LENGTH) * (RUN * LENGTH);
    for (int i = 0; i < end; i += RUN * LENGTH) {
      FloatVector even = FloatVector.zero(LANES);
      FloatVector odd = even;
      for (int at = i; at < i + RUN * LENGTH; at += 2 * LENGTH) {
        FloatVector first = FloatVector.fromArray(LANES, x, at).mul(by);
        even = first.fma(first, even);
        FloatVector second = FloatVector.fromArray(LANES, x, at + LENGTH).mul(by);
        odd = second.fma(second, odd);
      }
      s0 = s0.add(half(even, 0));
      s1 = s1.add(half(even, 1));
      s2 = s2.add(half(odd, 0));
      s3 = s3.add(half(odd, 1));
    }
    double square = (double) scale * scale;
    return HalvedSum.sum(s0.add(s1).add(s2.add(s3))) / square + PlainLoops.sumOfSquares(x, end, n);
  }

  private static DoubleVector half(FloatVector x, int part) {
    return (DoubleVector) x.convertShape(VectorOperators.F2D, HalvedSum.DOUBLES, part);
  }

  static double sumOfSquares(float[] x, int at, int n, float mean) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    FloatVector middle = FloatVector.broadcast(LANES, mean);
    int end = end(at, n);
    int i = at;
    for (; i + LENGTH < end; i += 2 * LENGTH) {
      FloatVector first = FloatVector.fromArray(LANES, x, i).sub(middle);
      even = first.fma(first, even);
      FloatVector second = FloatVector.fromArray(LANES, x, i + LENGTH).sub(middle);
      odd = second.fma(second, odd);
    }
    if (i < end) {
      FloatVector last = FloatVector.fromArray(LANES, x, i).sub(middle);
      even = last.fma(last, even);
    }
    return HalvedSum.sum(even.add(odd)) + PlainLoops.sumOfSquares(x, end, at + n - end, mean);
  }

  static double sumOfProducts(float[] g, float[] x, int at, int n, float mean) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    FloatVector middle = FloatVector.broadcast(LANES, mean);
    int end = end(at, n);
    int i = at;
    for (; i + LENGTH < end; i += 2 * LENGTH) {
      even = FloatVector.fromArray(LANES, x, i).sub(middle).fma(FloatVector.fromArray(LANES, g, i), even);
      odd = FloatVector.fromArray(LANES, x, i + LENGTH).sub(middle).fma(FloatVector.fromArray(LANES, g, i + LENGTH), odd);
    }
    if (i < end) {
      even = FloatVector.fromArray(LANES, x, i).sub(middle).fma(FloatVector.fromArray(LANES, g, i), even);
    }
    return HalvedSum.sum(even.add(odd)) + PlainLoops.sumOfProducts(g, x, end, at + n - end, mean);
  }

  static void normalize(float[] x, int at, int n, float mean, float scale, float shift, float[] y) {
    FloatVector middle = FloatVector.broadcast(LANES, mean);
    FloatVector by = FloatVector.broadcast(LANES, scale);
    FloatVector plus = FloatVector.broadcast(LANES, shift);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector.fromArray(LANES, x, i).sub(middle).fma(by, plus).intoArray(y, i);
    }
    PlainLoops.normalize(x, end, at + n - end, mean, scale, shift, y);
  }

  static void combine(float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    FloatVector byG = FloatVector.broadcast(LANES, scale);
    FloatVector byX = FloatVector.broadcast(LANES, slope);
    FloatVector plus = FloatVector.broadcast(LANES, shift);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector.fromArray(LANES, g, i).fma(byG, FloatVector.fromArray(LANES, x, i).fma(byX, plus)).intoArray(y, i);
    }
    PlainLoops.combine(g, x, end, at + n - end, scale, slope, shift, y);
  }

  static void addCombined(float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    FloatVector byG = FloatVector.broadcast(LANES, scale);
    FloatVector byX = FloatVector.broadcast(LANES, slope);
    FloatVector plus = FloatVector.broadcast(LANES, shift);
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector rest = FloatVector.fromArray(LANES, x, i).fma(byX, plus).add(FloatVector.fromArray(LANES, y, i));
      FloatVector.fromArray(LANES, g, i).fma(byG, rest).intoArray(y, i);
    }
    PlainLoops.addCombined(g, x, end, at + n - end, scale, slope, shift, y);
  }

  static void add(float[] x, int at, int n, float[] y) {
    int end = end(at, n);
    for (int i = at; i < end; i += LENGTH) {
      FloatVector.fromArray(LANES, y, i).add(FloatVector.fromArray(LANES, x, i)).intoArray(y, i);
    }
    PlainLoops.add(x, end, at + n - end, y);
  }

  /** y += x, x from its start. */
  static void addFromStart(float[] x, float[] y, int at, int n) {
    int end = n / LENGTH * LENGTH;
    for (int i = 0; i < end; i += LENGTH) {
      FloatVector.fromArray(LANES, y, at + i).add(FloatVector.fromArray(LANES, x, i)).intoArray(y, at + i);
    }
    for (int i = end; i < n; i++) {
      y[at + i] += x[i];
    }
  }

  /** sums[j] += Σᵢ x[i, j]: four vectors of columns at a time, so that the sums stay in registers. */
  static void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    int j = 0;
    for (; j + 4 * LENGTH <= columns; j += 4 * LENGTH) {
      addFourColumns(rows, columns, x, xAt + j, sums, sumsAt + j);
    }
    for (; j + LENGTH <= columns; j += LENGTH) {
      addColumn(rows, columns, x, xAt + j, sums, sumsAt + j);
    }
    for (int i = 0; j < columns && i < rows; i++) {
      for (int rest = j; rest < columns; rest++) {
        sums[sumsAt + rest] += x[xAt + i * columns + rest];
      }
    }
  }

  private static void addFourColumns(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    FloatVector s0 = FloatVector.fromArray(LANES, sums, sumsAt);
    FloatVector s1 = FloatVector.fromArray(LANES, sums, sumsAt + LENGTH);
    FloatVector s2 = FloatVector.fromArray(LANES, sums, sumsAt + 2 * LENGTH);
    FloatVector s3 = FloatVector.fromArray(LANES, sums, sumsAt + 3 * LENGTH);
    for (int i = 0, at = xAt; i < rows; i++, at += columns) {
      s0 = s0.add(FloatVector.fromArray(LANES, x, at));
      s1 = s1.add(FloatVector.fromArray(LANES, x, at + LENGTH));
      s2 = s2.add(FloatVector.fromArray(LANES, x, at + 2 * LENGTH));
      s3 = s3.add(FloatVector.fromArray(LANES, x, at + 3 * LENGTH));
    }
    s0.intoArray(sums, sumsAt);
    s1.intoArray(sums, sumsAt + LENGTH);
    s2.intoArray(sums, sumsAt + 2 * LENGTH);
    s3.intoArray(sums, sumsAt + 3 * LENGTH);
  }

  private static void addColumn(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    FloatVector even = FloatVector.fromArray(LANES, sums, sumsAt);
    FloatVector odd = FloatVector.zero(LANES);
    int i = 0;
    for (; i + 2 <= rows; i += 2) {
      even = even.add(FloatVector.fromArray(LANES, x, xAt + i * columns));
      odd = odd.add(FloatVector.fromArray(LANES, x, xAt + (i + 1) * columns));
    }
    if (i < rows) {
      even = even.add(FloatVector.fromArray(LANES, x, xAt + i * columns));
    }
    even.add(odd).intoArray(sums, sumsAt);
  }

  /** sums[j] += Σᵢ by[i]·x[i, j]: a transposed matrix times a single column. */
  static void addScaledRows(int rows, int columns, float[] by, int byAt, float[] x, int xAt, float[] sums, int sumsAt) {
    int j = 0;
    for (; j + LENGTH <= columns; j += LENGTH) {
      addScaledColumn(rows, columns, by, byAt, x, xAt + j, sums, sumsAt + j);
    }
    for (int i = 0; j < columns && i < rows; i++) {
      for (int rest = j; rest < columns; rest++) {
        sums[sumsAt + rest] += by[byAt + i] * x[xAt + i * columns + rest];
      }
    }
  }

  private static void addScaledColumn(int rows, int columns, float[] by, int byAt, float[] x, int xAt, float[] sums, int sumsAt) {
    FloatVector s0 = FloatVector.fromArray(LANES, sums, sumsAt);
    FloatVector s1 = FloatVector.zero(LANES);
    FloatVector s2 = s1;
    FloatVector s3 = s1;
    int i = 0;
    int at = xAt;
    for (; i + 4 <= rows; i += 4, at += 4 * columns) {
      s0 = FloatVector.fromArray(LANES, x, at).fma(FloatVector.broadcast(LANES, by[byAt + i]), s0);
      s1 = FloatVector.fromArray(LANES, x, at + columns).fma(FloatVector.broadcast(LANES, by[byAt + i + 1]), s1);
      s2 = FloatVector.fromArray(LANES, x, at + 2 * columns).fma(FloatVector.broadcast(LANES, by[byAt + i + 2]), s2);
      s3 = FloatVector.fromArray(LANES, x, at + 3 * columns).fma(FloatVector.broadcast(LANES, by[byAt + i + 3]), s3);
    }
    for (; i < rows; i++, at += columns) {
      s0 = FloatVector.fromArray(LANES, x, at).fma(FloatVector.broadcast(LANES, by[byAt + i]), s0);
    }
    s0.add(s1).add(s2.add(s3)).intoArray(sums, sumsAt);
  }
}
