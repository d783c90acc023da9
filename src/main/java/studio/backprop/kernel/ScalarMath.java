package studio.backprop.kernel;

/**
 * Exponential and related functions of one float, by the same formulas as {@link VectorMath}. Errors are a few ulp; the polynomials are
 * those of Cephes (Moshier 1992), the rational tanh and erf those of Eigen.
 */
final class ScalarMath {
  /** Above, e^x is infinite. */
  static final float EXP_HIGH = 88.72283f;

  /** Below, e^x is subnormal. */
  static final float EXP_LOW = -87.33654f;

  static final float LOG2_E = 1.44269504f;

  /** 1.5 · 2²³: adding it rounds to an integer in the low bits. */
  static final float ROUND = 12582912f;

  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;
  static final float TANH_LIMIT = 7.90531110763549805f;

  /** From here on, erf x is 1 in float precision. */
  static final float ERF_LIMIT = 4f;

  private ScalarMath() {}

  static float exp(float x) {
    if (x > EXP_HIGH) {
      return Float.POSITIVE_INFINITY;
    }
    if (!(x >= EXP_LOW)) {
      return x != x ? x : 0;
    }
    float t = x * LOG2_E + ROUND;
    float n = t - ROUND;
    float r = x - n * LN2_HIGH - n * LN2_LOW;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1;
    return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << 23));
  }

  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  static float log(float x) {
    if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
      return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
    }
    boolean tiny = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(tiny ? x * 0x1p23f : x);
    // scales the mantissa to √½ … √2, so that its logarithm is small
    int exponent = bits - 0x3f3504f3 >> 23;
    float m = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
    float e = tiny ? exponent - 23 : exponent;
    float s = m * m;
    float p = 7.0376836292e-2f;
    p = p * m - 1.1514610310e-1f;
    p = p * m + 1.1676998740e-1f;
    p = p * m - 1.2420140846e-1f;
    p = p * m + 1.4249322787e-1f;
    p = p * m - 1.6668057665e-1f;
    p = p * m + 2.0000714765e-1f;
    p = p * m - 2.4999993993e-1f;
    p = p * m + 3.3333331174e-1f;
    return p * m * s + e * LN2_LOW - 0.5f * s + m + e * LN2_HIGH;
  }

  /** Branch-free, for auto-vectorization. */
  static float tanh(float x) {
    float c = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, x));
    float s = c * c;
    float p = -2.76076847742355e-16f;
    p = p * s + 2.00018790482477e-13f;
    p = p * s - 8.60467152213735e-11f;
    p = p * s + 5.12229709037114e-08f;
    p = p * s + 1.48572235717979e-05f;
    p = p * s + 6.37261928875436e-04f;
    p = p * s + 4.89352455891786e-03f;
    float q = 1.19825839466702e-06f;
    q = q * s + 1.18534705686654e-04f;
    q = q * s + 2.26843463243900e-03f;
    q = q * s + 4.89352518554385e-03f;
    return c * p / q;
  }

  static float erf(float x) {
    float c = Math.max(-ERF_LIMIT, Math.min(ERF_LIMIT, x));
    float s = c * c;
    float p = -2.72614225801306e-10f;
    p = p * s + 2.77068142495902e-08f;
    p = p * s - 2.10102402082508e-06f;
    p = p * s - 5.69250639462346e-05f;
    p = p * s - 7.34990630326855e-04f;
    p = p * s - 2.95459980854025e-03f;
    p = p * s - 1.60960333262415e-02f;
    float q = -1.45660718464996e-05f;
    q = q * s - 2.13374055278905e-04f;
    q = q * s - 1.68282697438203e-03f;
    q = q * s - 7.37332916720468e-03f;
    q = q * s - 1.42647390514189e-02f;
    return c * p / q;
  }
}
