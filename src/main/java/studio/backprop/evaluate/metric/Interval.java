package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A 95 % confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** How many resamples a bootstrap draws. */
  public static final int RESAMPLES = 2000;
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Wilson's score interval of a share (Wilson 1927); NaN of no examples. */
  public static Interval wilson(long right, long total) {
    if (total == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double square = Z * Z;
    double center = (right + square / 2) / (total + square);
    double half = Z / (total + square) * Math.sqrt((double) right * (total - right) / total + square / 4);
    return new Interval(center - half, center + half);
  }

  /**
   * The percentile interval of a statistic over resamples with replacement (Efron 1979), always from the same seed. Resamples in which the
   * statistic is undefined are left out; NaN if fewer than half are defined.
   *
   * @param examples how many there are
   * @param statistic of the examples that are drawn, by their index; the array is reused
   */
  public static Interval bootstrap(int examples, int resamples, ToDoubleFunction<int[]> statistic) {
    SplittableRandom random = new SplittableRandom(0);
    int[] drawn = new int[examples];
    double[] values = new double[resamples];
    int defined = 0;
    for (int r = 0; r < resamples; r++) {
      for (int i = 0; i < examples; i++) {
        drawn[i] = random.nextInt(examples);
      }
      double value = statistic.applyAsDouble(drawn);
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    if (defined * 2 < resamples || defined == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double[] sorted = Statistics.sorted(Arrays.copyOf(values, defined));
    return new Interval(Statistics.quantile(sorted, 0.025), Statistics.quantile(sorted, 0.975));
  }

  public boolean isDefined() {
    return !Double.isNaN(low);
  }

  /** Whether a value lies in it, ends included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
