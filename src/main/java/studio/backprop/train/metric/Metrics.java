package studio.backprop.train.metric;

import java.util.function.ToDoubleFunction;

/** Values of the training metrics on a set of examples; NaN where one does not apply. Immutable. */
public record Metrics(double loss, double accuracy, double mae, double r2) {
  public static final Metrics NONE = new Metrics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

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
