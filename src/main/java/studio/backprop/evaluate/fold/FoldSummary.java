package studio.backprop.evaluate.fold;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Summary of a metric over all folds, with Student's t interval of {@code folds − 1} degrees of freedom. As folds share training rows, the
 * variance factor is {@code 1 ⁄ n + n_test ⁄ n_train} instead of {@code 1 ⁄ n} (Nadeau & Bengio 2003). Immutable.
 *
 * @param folds completed trainings
 * @param mean NaN of none
 * @param deviation sample standard deviation (n − 1); NaN of fewer than two
 * @param interval 95 % of the mean; undefined of fewer than two
 */
public record FoldSummary(int folds, double mean, double deviation, Interval interval) {
  private static final double UPPER = 0.975;

  public static FoldSummary of(FoldFigure figure, List<FoldResult> results) {
    double[] values = figure.test(results);
    return of(values, figure.clip(interval(values, testShare(results))));
  }

  /** On the training rows; without interval. */
  public static FoldSummary ofTrain(FoldFigure figure, List<FoldResult> results) {
    return of(figure.train(results), Interval.UNDEFINED);
  }

  private static FoldSummary of(double[] values, Interval interval) {
    return new FoldSummary(values.length, Statistics.mean(values), Math.sqrt(Statistics.sampleVariance(values)), interval);
  }

  /** Mean ratio of test to training rows. */
  static double testShare(List<FoldResult> results) {
    return Statistics.mean(results.stream().map(FoldResult::job).mapToDouble(job -> (double) job.testRows() / job.trainRows()).toArray());
  }

  /** @param testShare ratio of test to training rows */
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

  /** Degrees of freedom. */
  public int degrees() {
    return folds - 1;
  }
}
