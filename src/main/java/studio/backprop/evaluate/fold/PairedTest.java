package studio.backprop.evaluate.fold;

import org.apache.commons.math3.distribution.TDistribution;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Whether two settings differ, by their scores on the same folds: the corrected resampled t-test (Nadeau & Bengio 2003). Folds share
 * training rows, so that a plain t-test finds differences where there are none.
 *
 * @param difference the mean of second less first
 * @param t the statistic; NaN if all differences are equal
 * @param p how likely a difference of at least this size is, if the settings do equally well
 */
public record PairedTest(double difference, double t, double p) {

  /**
   * @param first scores of one setting, fold by fold
   * @param second scores of the other on the same folds
   * @param testShare rows of a test per row of its training
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
