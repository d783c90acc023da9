package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponential and related functions over arrays, by own polynomials, so that results are bit-identical on all machines. Each function is
 * one small loop with one transcendental: with two in one compiled method, vectors are allocated on the heap. The remainder is processed by
 * {@link ScalarMath}.
 */
final class VectorMath {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private VectorMath() {}

  private static FloatVector exp(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(LANES, ScalarMath.LOG2_E), FloatVector.broadcast(LANES, ScalarMath.ROUND));
    FloatVector n = t.sub(ScalarMath.ROUND);
    FloatVector r = n.fma(FloatVector.broadcast(LANES, -ScalarMath.LN2_LOW), n.fma(FloatVector.broadcast(LANES, -ScalarMath.LN2_HIGH), x));
    FloatVector p = FloatVector.broadcast(LANES, 1.9875691500e-4f);
    p = p.fma(r, FloatVector.broadcast(LANES, 1.3981999507e-3f));
    p = p.fma(r, FloatVector.broadcast(LANES, 8.3334519073e-3f));
    p = p.fma(r, FloatVector.broadcast(LANES, 4.1665795894e-2f));
    p = p.fma(r, FloatVector.broadcast(LANES, 1.6666665459e-1f));
    p = p.fma(r, FloatVector.broadcast(LANES, 5.0000001201e-1f));
    p = p.fma(r.mul(r), r).add(1f);
    return t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(p.reinterpretAsInts()).reinterpretAsFloats()
        .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, ScalarMath.EXP_HIGH))
        .blend(0f, x.compare(VectorOperators.LT, ScalarMath.EXP_LOW))
        .blend(x, x.compare(VectorOperators.NE, x));
  }

  static void exp(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      exp(FloatVector.fromArray(LANES, x, i)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = ScalarMath.exp(x[i]);
    }
  }

  /** y = exp(scale·(x − top)), and its sum into {@code total}: one vector of columns, down its rows. */
  static void expDown(float scale, float[] x, float[] top, float[] y, float[] total, int at, int rows, int stride) {
    FloatVector by = FloatVector.broadcast(LANES, scale);
    FloatVector most = FloatVector.fromArray(LANES, top, 0);
    FloatVector sum = FloatVector.zero(LANES);
    for (int r = 0, i = at; r < rows; r++, i += stride) {
      FloatVector e = exp(FloatVector.fromArray(LANES, x, i).sub(most).mul(by));
      e.intoArray(y, i);
      sum = sum.add(e);
    }
    sum.intoArray(total, 0);
  }

  static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      FloatVector e = exp(FloatVector.fromArray(LANES, x, xAt + i).neg());
      FloatVector.broadcast(LANES, 1f).div(e.add(1f)).intoArray(y, yAt + i);
    }
    for (; i < n; i++) {
      y[yAt + i] = ScalarMath.sigmoid(x[xAt + i]);
    }
  }

  static void log(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(LANES, x, i);
      if (v.compare(VectorOperators.GE, Float.MIN_NORMAL).and(v.compare(VectorOperators.LE, Float.MAX_VALUE)).allTrue()) {
        log(v).intoArray(y, i);
      } else {
        logOneByOne(x, y, i, i + LENGTH);
      }
    }
    logOneByOne(x, y, i, n);
  }

  private static void logOneByOne(float[] x, float[] y, int first, int end) {
    for (int i = first; i < end; i++) {
      y[i] = ScalarMath.log(x[i]);
    }
  }

  /** For positive normal numbers only. */
  private static FloatVector log(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector exponent = bits.sub(0x3f3504f3).lanewise(VectorOperators.ASHR, 23);
    FloatVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    // integer to float without a conversion: it is added to the bits of 1.5 · 2²³
    FloatVector e = exponent.add(Float.floatToRawIntBits(ScalarMath.ROUND)).reinterpretAsFloats().sub(ScalarMath.ROUND);
    FloatVector s = m.mul(m);
    FloatVector p = FloatVector.broadcast(LANES, 7.0376836292e-2f);
    p = p.fma(m, FloatVector.broadcast(LANES, -1.1514610310e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, 1.1676998740e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, -1.2420140846e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, 1.4249322787e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, -1.6668057665e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, 2.0000714765e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, -2.4999993993e-1f));
    p = p.fma(m, FloatVector.broadcast(LANES, 3.3333331174e-1f));
    p = p.mul(m).mul(s);
    p = e.fma(FloatVector.broadcast(LANES, ScalarMath.LN2_LOW), p);
    p = s.fma(FloatVector.broadcast(LANES, -0.5f), p).add(m);
    return e.fma(FloatVector.broadcast(LANES, ScalarMath.LN2_HIGH), p);
  }

  static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      tanh(FloatVector.fromArray(LANES, x, xAt + i)).intoArray(y, yAt + i);
    }
    for (; i < n; i++) {
      y[yAt + i] = ScalarMath.tanh(x[xAt + i]);
    }
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector c = x.min(ScalarMath.TANH_LIMIT).max(-ScalarMath.TANH_LIMIT);
    FloatVector s = c.mul(c);
    FloatVector p = FloatVector.broadcast(LANES, -2.76076847742355e-16f);
    p = p.fma(s, FloatVector.broadcast(LANES, 2.00018790482477e-13f));
    p = p.fma(s, FloatVector.broadcast(LANES, -8.60467152213735e-11f));
    p = p.fma(s, FloatVector.broadcast(LANES, 5.12229709037114e-08f));
    p = p.fma(s, FloatVector.broadcast(LANES, 1.48572235717979e-05f));
    p = p.fma(s, FloatVector.broadcast(LANES, 6.37261928875436e-04f));
    p = p.fma(s, FloatVector.broadcast(LANES, 4.89352455891786e-03f));
    FloatVector q = FloatVector.broadcast(LANES, 1.19825839466702e-06f);
    q = q.fma(s, FloatVector.broadcast(LANES, 1.18534705686654e-04f));
    q = q.fma(s, FloatVector.broadcast(LANES, 2.26843463243900e-03f));
    q = q.fma(s, FloatVector.broadcast(LANES, 4.89352518554385e-03f));
    return c.mul(p).div(q);
  }

  static void erf(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      erf(FloatVector.fromArray(LANES, x, i)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = ScalarMath.erf(x[i]);
    }
  }

  private static FloatVector erf(FloatVector x) {
    FloatVector c = x.min(ScalarMath.ERF_LIMIT).max(-ScalarMath.ERF_LIMIT);
    FloatVector s = c.mul(c);
    FloatVector p = FloatVector.broadcast(LANES, -2.72614225801306e-10f);
    p = p.fma(s, FloatVector.broadcast(LANES, 2.77068142495902e-08f));
    p = p.fma(s, FloatVector.broadcast(LANES, -2.10102402082508e-06f));
    p = p.fma(s, FloatVector.broadcast(LANES, -5.69250639462346e-05f));
    p = p.fma(s, FloatVector.broadcast(LANES, -7.34990630326855e-04f));
    p = p.fma(s, FloatVector.broadcast(LANES, -2.95459980854025e-03f));
    p = p.fma(s, FloatVector.broadcast(LANES, -1.60960333262415e-02f));
    FloatVector q = FloatVector.broadcast(LANES, -1.45660718464996e-05f);
    q = q.fma(s, FloatVector.broadcast(LANES, -2.13374055278905e-04f));
    q = q.fma(s, FloatVector.broadcast(LANES, -1.68282697438203e-03f));
    q = q.fma(s, FloatVector.broadcast(LANES, -7.37332916720468e-03f));
    q = q.fma(s, FloatVector.broadcast(LANES, -1.42647390514189e-02f));
    return c.mul(p).div(q);
  }
}
