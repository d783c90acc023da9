package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponential and relatives over arrays, by polynomials of their own, so that the bits are the same wherever they run. Each function is one
 * small loop with one transcendental in it: with two in one compiled method the compiler puts vectors on the heap. The numbers that fill
 * no whole vector go through {@link ScalarMath}.
 */
final class VectorMath {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private VectorMath() {}

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(LANES, value);
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector t = x.fma(broadcast(ScalarMath.LOG2_E), broadcast(ScalarMath.ROUND));
    FloatVector n = t.sub(ScalarMath.ROUND);
    FloatVector r = n.fma(broadcast(-ScalarMath.LN2_LOW), n.fma(broadcast(-ScalarMath.LN2_HIGH), x));
    FloatVector p = broadcast(1.9875691500e-4f);
    p = p.fma(r, broadcast(1.3981999507e-3f));
    p = p.fma(r, broadcast(8.3334519073e-3f));
    p = p.fma(r, broadcast(4.1665795894e-2f));
    p = p.fma(r, broadcast(1.6666665459e-1f));
    p = p.fma(r, broadcast(5.0000001201e-1f));
    p = p.fma(r.mul(r), r).add(1f);
    IntVector bits = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(p.reinterpretAsInts());
    return bits.reinterpretAsFloats()
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

  static void sigmoid(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      FloatVector e = exp(FloatVector.fromArray(LANES, x, i).neg());
      broadcast(1f).div(e.add(1f)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = ScalarMath.sigmoid(x[i]);
    }
  }

  static void log(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      log(FloatVector.fromArray(LANES, x, i)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = ScalarMath.log(x[i]);
    }
  }

  private static FloatVector log(FloatVector x) {
    VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
    IntVector bits = x.blend(x.mul(0x1p23f), tiny).reinterpretAsInts();
    IntVector exponent = bits.sub(0x3f3504f3).lanewise(VectorOperators.ASHR, 23);
    FloatVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    // a whole number to float without a conversion: it is added to the bits of 1.5 · 2²³
    FloatVector e = exponent.add(Float.floatToRawIntBits(ScalarMath.ROUND)).reinterpretAsFloats().sub(ScalarMath.ROUND);
    e = e.blend(e.sub(23f), tiny);
    FloatVector s = m.mul(m);
    FloatVector p = broadcast(7.0376836292e-2f);
    p = p.fma(m, broadcast(-1.1514610310e-1f));
    p = p.fma(m, broadcast(1.1676998740e-1f));
    p = p.fma(m, broadcast(-1.2420140846e-1f));
    p = p.fma(m, broadcast(1.4249322787e-1f));
    p = p.fma(m, broadcast(-1.6668057665e-1f));
    p = p.fma(m, broadcast(2.0000714765e-1f));
    p = p.fma(m, broadcast(-2.4999993993e-1f));
    p = p.fma(m, broadcast(3.3333331174e-1f));
    p = p.mul(m).mul(s);
    p = e.fma(broadcast(ScalarMath.LN2_LOW), p);
    p = s.fma(broadcast(-0.5f), p).add(m);
    p = e.fma(broadcast(ScalarMath.LN2_HIGH), p);
    return p.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
        .blend(Float.NaN, x.compare(VectorOperators.LT, 0f))
        .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f))
        .blend(x, x.compare(VectorOperators.NE, x));
  }

  static void tanh(float[] x, float[] y, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      tanh(FloatVector.fromArray(LANES, x, i)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = ScalarMath.tanh(x[i]);
    }
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector c = x.min(ScalarMath.TANH_LIMIT).max(-ScalarMath.TANH_LIMIT);
    FloatVector s = c.mul(c);
    FloatVector p = broadcast(-2.76076847742355e-16f);
    p = p.fma(s, broadcast(2.00018790482477e-13f));
    p = p.fma(s, broadcast(-8.60467152213735e-11f));
    p = p.fma(s, broadcast(5.12229709037114e-08f));
    p = p.fma(s, broadcast(1.48572235717979e-05f));
    p = p.fma(s, broadcast(6.37261928875436e-04f));
    p = p.fma(s, broadcast(4.89352455891786e-03f));
    FloatVector q = broadcast(1.19825839466702e-06f);
    q = q.fma(s, broadcast(1.18534705686654e-04f));
    q = q.fma(s, broadcast(2.26843463243900e-03f));
    q = q.fma(s, broadcast(4.89352518554385e-03f));
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
    FloatVector t = x.abs().min(10f);
    FloatVector s = t.mul(t);
    FloatVector r = t.fma(broadcast(-1.72853470e-5f), broadcast(3.83197126e-4f));
    r = r.fma(s, t.fma(broadcast(-3.88396438e-3f), broadcast(2.42546219e-2f)));
    r = r.fma(t, broadcast(-1.06777877e-1f));
    r = r.fma(t, broadcast(-6.34846687e-1f));
    r = r.fma(t, broadcast(-1.28717512e-1f));
    FloatVector far = broadcast(1f).sub(exp(r.fma(t, t.neg())));
    far = far.blend(far.neg(), x.compare(VectorOperators.LT, 0f));
    FloatVector p = broadcast(-5.96761703e-4f);
    p = p.fma(s, broadcast(4.99119423e-3f));
    p = p.fma(s, broadcast(-2.67681349e-2f));
    p = p.fma(s, broadcast(1.12819925e-1f));
    p = p.fma(s, broadcast(-3.76125336e-1f));
    p = p.fma(s, broadcast(1.28379166e-1f));
    return p.fma(x, x).blend(far, t.compare(VectorOperators.GT, ScalarMath.ERF_SPLIT));
  }
}
