package studio.backprop.ui.watch.plots;

import java.util.Optional;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.Quantity;

/** Quantity of a plot over the steps of a run, by batch, by epoch and on the validation part; with its display. */
public enum CurveKind {
  LOSS(Metric.LOSS, true),
  /** In percent. */
  ACCURACY(Metric.ACCURACY, false),
  ERROR(Metric.MAE, true),
  /** Known for epochs only. */
  R2(Metric.R2, false),
  /** Number of modes of the data that a generator covers; no metric. */
  COVERED(null, false),
  /** Scheduled learning rate; no metric. */
  RATE(null, true);

  private static final double PERCENT = 100;

  private final Metric metric;
  private final boolean logarithmic;

  CurveKind(Metric metric, boolean logarithmic) {
    this.metric = metric;
    this.logarithmic = logarithmic;
  }

  /** Glossary term. */
  String term() {
    return switch (this) {
      case LOSS -> "loss";
      case ACCURACY -> "accuracy";
      case ERROR -> "mean-error";
      case R2 -> "r2";
      case COVERED -> "mode-collapse";
      case RATE -> "learning-rate";
    };
  }

  /** Factor from the engine's values to displayed ones. */
  double unit() {
    return this == ACCURACY ? PERCENT : 1;
  }

  boolean higherIsBetter() {
    return scored() && metric.higherIsBetter();
  }

  /** Whether a logarithmic axis is useful. */
  boolean logarithmic() {
    return logarithmic;
  }

  /** Quantity measured at each step; empty where it is evaluated per epoch only. */
  Optional<Quantity> ofStep() {
    return switch (this) {
      case RATE -> Optional.of(Quantity.RATE);
      case R2, COVERED -> Optional.empty();
      default -> Optional.of(Quantity.batch(metric));
    };
  }

  /** Whether it is a metric of examples. */
  boolean scored() {
    return metric != null;
  }

  /** Displayed value; NaN for none. */
  double shown(Metrics metrics) {
    return scored() ? unit() * metrics.value(metric) : Double.NaN;
  }
}
