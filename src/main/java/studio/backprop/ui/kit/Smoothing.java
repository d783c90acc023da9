package studio.backprop.ui.kit;

/**
 * Bias-corrected exponential moving average of a curve: sₙ = (1 − k)·Σ kⁿ⁻ⁱ·xᵢ / (1 − kⁿ), so that it follows the measured curve from the
 * first value on (Kingma and Ba 2015, section 3). See {@link Smoother}. The factor k is in [0, 1); below 0 it grows with the curve.
 */
public record Smoothing(double factor) {
  /** Automatic factor: 0.6 below 50 values, where a curve changes fastest, 0.9 to 300, then 0.94. */
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

  public double factor(long values) {
    if (!automatic()) {
      return factor;
    }
    return values < SHORT ? LITTLE : values <= LONG ? USUAL : MUCH;
  }

  /** The smoothed value after one more; {@code before} is NaN at the start, {@code number} is 1-based. */
  double next(double before, double value, long number) {
    double k = factor(number);
    return Double.isNaN(before) ? value : before + (value - before) * (1 - k) / known(k, number);
  }

  /** 1 − kⁿ, computed as 1 where kⁿ is below e⁻⁴⁰. */
  private static double known(double k, long number) {
    return (1 - k) * number > CERTAIN ? 1 : 1 - Math.pow(k, number);
  }

  /** Smooths the first {@code count} values, a whole curve. */
  public void smooth(double[] values, int count, double[] smoothed) {
    Smoother smoother = new Smoother(this);
    for (int i = 0; i < count; i++) {
      smoothed[i] = smoother.next(values[i]);
    }
  }
}
