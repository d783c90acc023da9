package studio.backprop.evaluate;

import studio.backprop.evaluate.metric.Interval;

/**
 * A metric of some examples.
 *
 * @param value NaN where it is undefined
 * @param interval of 95 %
 */
public record MetricEstimate(EvaluationMetric metric, double value, Interval interval) {
  public boolean isDefined() {
    return !Double.isNaN(value);
  }
}
