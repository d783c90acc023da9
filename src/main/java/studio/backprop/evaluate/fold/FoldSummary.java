package studio.backprop.evaluate.fold;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Statistics;

/**
 * A figure over all folds. Its interval is that of Student's t with {@code folds − 1} degrees of freedom. Folds share training rows, so
 * their variance is taken {@code 1 ⁄ n + n_test ⁄ n_train} times and not {@code 1 ⁄ n} times, as in the corrected test (Nadeau & Bengio
 * 2003): with the plain variance the interval would be too narrow, and the more so the more repeats there are.
 *
 * @param folds how many trainings are done
 * @param mean NaN of none
 * @param deviation of a sample, divided by n − 1; NaN of fewer than two
 * @param interval of the mean, 95 %; undefined of fewer than two
 */
public record FoldSummary(int folds, double mean, double deviation, Interval interval) {
  private static final double UPPER = 0.975;

  /** Of the folds that are done. */
  public static FoldSummary of(FoldFigure figure, List<FoldResult> results) {
    double[] values = figure.test(results);
    return of(values, figure.clip(interval(values, testShare(results))));
  }

  /** Of the rows that the folds learned from; no interval, as these rows flatter. */
  public static FoldSummary ofTrain(FoldFigure figure, List<FoldResult> results) {
    return of(figure.train(results), Interval.UNDEFINED);
  }

  private static FoldSummary of(double[] values, Interval interval) {
    return new FoldSummary(values.length, Statistics.mean(values), Math.sqrt(Statistics.sampleVariance(values)), interval);
  }

  /** Rows of a fold per row to learn from, on average. */
  static double testShare(List<FoldResult> results) {
    return Statistics.mean(results.stream().map(FoldResult::job).mapToDouble(job -> (double) job.testRows() / job.trainRows()).toArray());
  }

  /** @param testShare rows of a test per row of its training */
  static Interval interval(double[] values, double testShare) {
    double variance = Statistics.sampleVariance(values);
    if (Double.isNaN(variance)) {
      return Interval.UNDEFINED;
    }
    double t = new TDistribution(null, values.length - 1.0).inverseCumulativeProbability(UPPER);
    double half = t * Math.sqrt((1.0 / values.length + testShare) * variance);
    double mean = Statistics.mean(values);
    return new Interval(mean - half, mean + half);
  }

  /** Of the t distribution. */
  public int degrees() {
    return folds - 1;
  }
}
