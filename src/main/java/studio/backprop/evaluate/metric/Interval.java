package studio.backprop.evaluate.metric;

/** 95 % confidence interval. Immutable. */
public record Interval(double low, double high) {
  /** Number of bootstrap resamples. */
  public static final int RESAMPLES = 2000;
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  private static final double ROUNDING = 1e-9;

  /** 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Wilson score interval (1927); NaN without examples. */
  public static Interval wilson(long right, long total) {
    if (total == 0) {
      return UNDEFINED;
    }
    double square = Z * Z;
    double center = (right + square / 2) / (total + square);
    double half = Z / (total + square) * Math.sqrt((double) right * (total - right) / total + square / 4);
    // exact at both ends, without rounding
    return new Interval(right == 0 ? 0 : center - half, right == total ? 1 : center + half);
  }

  public boolean isDefined() {
    return !Double.isNaN(low);
  }

  /** False if both ends agree up to rounding, as for resamples without any error. */
  public boolean hasWidth() {
    return high - low > ROUNDING * Math.abs(low);
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
