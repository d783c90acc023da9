package studio.backprop.train.metric;

import java.util.function.ToDoubleFunction;

/**
 * How well a network does on some examples: a value for each {@link Metric}, NaN where one does not apply.
 *
 * @param loss as {@link Metric#LOSS}
 * @param accuracy as {@link Metric#ACCURACY}, NaN for a regression
 * @param mae as {@link Metric#MAE}, NaN for classes
 * @param r2 as {@link Metric#R2}, NaN for classes
 */
public record Metrics(double loss, double accuracy, double mae, double r2) {
  public static final Metrics NONE = new Metrics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** From a value for each metric. */
  public static Metrics of(ToDoubleFunction<Metric> value) {
    return new Metrics(
        value.applyAsDouble(Metric.LOSS), value.applyAsDouble(Metric.ACCURACY), value.applyAsDouble(Metric.MAE),
        value.applyAsDouble(Metric.R2));
  }

  public double value(Metric metric) {
    return switch (metric) {
      case LOSS -> loss;
      case ACCURACY -> accuracy;
      case MAE -> mae;
      case R2 -> r2;
    };
  }
}
