package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Distribution of numbers: histogram bins and descriptive statistics. Missing numbers (NaN) are left out.
 *
 * @param known how many numbers there are
 * @param low lower bound of the first bin
 * @param width of a bin
 * @param meanDeviation mean absolute deviation: the error of always predicting the mean
 */
record Spread(int known, double low, double width, int bins, double mean, double median, double lowerQuarter, double upperQuarter,
    double meanDeviation) {
  /** More bars would be too thin to hover. */
  private static final int MOST_BINS = 24;

  static Spread of(double[] numbers) {
    double[] known = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    if (known.length == 0) {
      return new Spread(0, 0, 1, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    DescriptiveStatistics all = new DescriptiveStatistics(known);
    double mean = all.getMean();
    double deviation = StatUtils.mean(Arrays.stream(known).map(x -> Math.abs(x - mean)).toArray());
    double lower = all.getPercentile(25);
    double upper = all.getPercentile(75);
    double range = all.getMax() - all.getMin();
    int bins = bins(known.length, upper - lower, range);
    double width = range > 0 ? range / bins : 1;
    double low = all.getMin();
    if (Arrays.stream(known).allMatch(x -> x == Math.rint(x))) {
      // every bin holds equally many integers, each of them inside
      width = Math.ceil(width);
      low -= 0.5;
      bins = (int) ((range + 0.5) / width) + 1;
    }
    return new Spread(known.length, low, width, bins, mean, all.getPercentile(50), lower, upper, deviation);
  }

  /**
   * Number of bins of width 2·IQR/∛n: Freedman and Diaconis 1981, "On the histogram as a density estimator". Where the interquartile range
   * is 0, one for each binary digit of n: Sturges 1926.
   */
  private static int bins(int n, double quarters, double range) {
    double wanted = quarters > 0 ? range * Math.cbrt(n) / (2 * quarters) : Math.log(n) / Math.log(2) + 1;
    return range > 0 ? (int) Math.max(1, Math.min(MOST_BINS, Math.ceil(wanted))) : 1;
  }

  /** Bin of a number that is not NaN; the maximum belongs to the last one. */
  int bin(double number) {
    return Math.max(0, Math.min(bins - 1, (int) Math.floor((number - low) / width)));
  }

  /** Lower bound of a bin. */
  double from(int bin) {
    return low + bin * width;
  }
}
