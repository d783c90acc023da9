package studio.backprop.evaluate.metric;

/**
 * A 95 % confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** How many resamples a bootstrap draws. */
  public static final int RESAMPLES = 2000;
  /** Where nothing can be said. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  private static final double ROUNDING = 1e-9;

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Wilson's score interval of a share (Wilson 1927); NaN of no examples. */
  public static Interval wilson(long right, long total) {
    if (total == 0) {
      return UNDEFINED;
    }
    double square = Z * Z;
    double center = (right + square / 2) / (total + square);
    double half = Z / (total + square) * Math.sqrt((double) right * (total - right) / total + square / 4);
    // at both ends the formula is exact, its rounding is not
    return new Interval(right == 0 ? 0 : center - half, right == total ? 1 : center + half);
  }

  public boolean isDefined() {
    return !Double.isNaN(low);
  }

  /** Whether its ends are apart, but for rounding: resamples of a part without mistakes have none to draw. */
  public boolean hasWidth() {
    return high - low > ROUNDING * Math.abs(low);
  }

  /** Whether a value lies in it, ends included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
