package studio.backprop.evaluate.fold;

import org.apache.commons.math3.distribution.TDistribution;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Corrected resampled t-test (Nadeau & Bengio 2003) of two settings on the same folds. A plain t-test ignores shared training rows.
 * Immutable.
 *
 * @param difference mean of second − first
 * @param t t statistic; NaN if all differences are equal
 * @param p two-sided p-value
 */
public record PairedTest(double difference, double t, double p) {

  /**
   * @param first scores by fold
   * @param second on the same folds
   * @param testShare ratio of test to training rows
   */
  public static PairedTest of(double[] first, double[] second, double testShare) {
    int n = first.length;
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = second[i] - first[i];
    }
    double mean = Statistics.mean(differences);
    double variance = Statistics.sampleVariance(differences);
    if (n < 2 || variance == 0) {
      return new PairedTest(mean, Double.NaN, mean == 0 ? 1 : Double.NaN);
    }
    double t = mean / Math.sqrt((1.0 / n + testShare) * variance);
    double p = 2 * new TDistribution(null, n - 1.0).cumulativeProbability(-Math.abs(t));
    return new PairedTest(mean, t, p);
  }
}
