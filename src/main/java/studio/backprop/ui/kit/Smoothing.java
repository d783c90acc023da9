package studio.backprop.ui.kit;

/**
 * How a curve that jumps is smoothed: an exponentially weighted mean sₙ = (1 − k)·Σ kⁿ⁻ⁱ·xᵢ / (1 − kⁿ). The division takes away the pull
 * towards where the curve began, so the smoothed line runs through the measured one from the first value on. Kingma and Ba 2015, section 3,
 * correct the same bias. A {@link Smoother} goes along a curve.
 *
 * @param factor k, how much of the smoothed value is kept at each value: 0 to below 1; below 0 where it grows with the curve
 */
public record Smoothing(double factor) {
  /**
   * The beginning of a curve, where most changes fast, is smoothed a little, what follows more: 0.6 below 50 values, 0.9 to 300, then 0.94.
   */
  public static final Smoothing AUTOMATIC = new Smoothing(-1);

  private static final int SHORT = 50;
  private static final int LONG = 300;
  private static final double LITTLE = 0.6;
  private static final double USUAL = 0.9;
  private static final double MUCH = 0.94;
  private static final double CERTAIN = 40;

  public Smoothing {
    if (!(factor == -1 || factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException("smoothing must be at least 0 and below 1, but was " + factor);
    }
  }

  public boolean automatic() {
    return factor < 0;
  }

  /** The factor at so many values. */
  public double factor(long values) {
    if (!automatic()) {
      return factor;
    }
    return values < SHORT ? LITTLE : values <= LONG ? USUAL : MUCH;
  }

  /**
   * The smoothed value after one more value.
   *
   * @param before the smoothed value so far; NaN begins
   * @param number which value this is, counted from 1
   */
  double next(double before, double value, long number) {
    double k = factor(number);
    return Double.isNaN(before) ? value : before + (value - before) * (1 - k) / known(k, number);
  }

  /** 1 − kⁿ, which is one after many values: the power, below e⁻⁴⁰ there, need not be worked out. */
  private static double known(double k, long number) {
    return (1 - k) * number > CERTAIN ? 1 : 1 - Math.pow(k, number);
  }

  /** Smooths a whole curve. @param count the first values, which are the curve */
  public void smooth(double[] values, int count, double[] smoothed) {
    Smoother smoother = new Smoother(this);
    for (int i = 0; i < count; i++) {
      smoothed[i] = smoother.next(values[i]);
    }
  }
}
