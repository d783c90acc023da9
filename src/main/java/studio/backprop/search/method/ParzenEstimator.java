package studio.backprop.search.method;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Parzen estimator over an interval: equal mixture of a uniform prior and truncated normal distributions at the points, each with the
 * larger distance to its neighbours (or ends) as bandwidth, within limits. Bergstra et al. 2011, section 4.2.
 */
final class ParzenEstimator {
  private static final int NARROWEST = 100;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double low;
  private final double high;
  private final double[] centers;
  private final double[] widths;

  ParzenEstimator(double low, double high, double[] points) {
    this.low = low;
    this.high = high;
    this.centers = points.clone();
    Arrays.sort(centers);
    this.widths = new double[centers.length];
    double least = (high - low) / Math.min(NARROWEST, centers.length + 1);
    for (int i = 0; i < centers.length; i++) {
      double left = centers[i] - (i == 0 ? low : centers[i - 1]);
      double right = (i == centers.length - 1 ? high : centers[i + 1]) - centers[i];
      widths[i] = Math.max(least, Math.min(high - low, Math.max(left, right)));
    }
  }

  double width(int place) {
    return widths[place];
  }

  double density(double x) {
    double sum = 1 / (high - low);
    for (int i = 0; i < centers.length; i++) {
      sum += NORMAL.density((x - centers[i]) / widths[i]) / widths[i] / (above(i) - below(i));
    }
    return sum / (centers.length + 1);
  }

  /** Cumulative probabilities of the normal distributions at the ends. */
  private double below(int i) {
    return NORMAL.cumulativeProbability((low - centers[i]) / widths[i]);
  }

  private double above(int i) {
    return NORMAL.cumulativeProbability((high - centers[i]) / widths[i]);
  }

  /** Consumes two random numbers. */
  double draw(SplittableRandom random) {
    int part = random.nextInt(centers.length + 1);
    double share = random.nextDouble();
    if (part == centers.length) {
      return low + share * (high - low);
    }
    double place = NORMAL.inverseCumulativeProbability(below(part) + share * (above(part) - below(part)));
    return Math.max(low, Math.min(high, centers[part] + widths[part] * place));
  }
}
