package studio.backprop.evaluate;

import studio.backprop.evaluate.metric.Interval;

/**
 * Value of a metric with its confidence interval. Immutable.
 *
 * @param value NaN where it is undefined
 * @param interval 95 %
 */
public record MetricEstimate(EvaluationMetric metric, double value, Interval interval) {
  public boolean isDefined() {
    return !Double.isNaN(value);
  }
}
