package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Simple loops over n numbers from {@code at} on. What does not fill a vector goes to the plain loop of the same name. */
final class VectorLoops {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private VectorLoops() {}

  /** One past the last number that is part of a whole vector. */
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
    return even.add(odd).reduceLanes(VectorOperators.ADD) + (double) PlainLoops.sum(x, end, at + n - end);
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
    return even.add(odd).reduceLanes(VectorOperators.ADD) + PlainLoops.sumOfSquares(x, end, at + n - end, mean);
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
    return even.add(odd).reduceLanes(VectorOperators.ADD) + PlainLoops.sumOfProducts(g, x, end, at + n - end, mean);
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
}
