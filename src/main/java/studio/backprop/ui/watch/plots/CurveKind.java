package studio.backprop.ui.watch.plots;

import java.util.Optional;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.Quantity;

/** What a plot shows over the steps of a run: of each batch, of each epoch and of the validation part; and how it is shown. */
public enum CurveKind {
  LOSS(Metric.LOSS, true),
  /** In percent. */
  ACCURACY(Metric.ACCURACY, false),
  ERROR(Metric.MAE, true),
  /** Known for epochs only. */
  R2(Metric.R2, false),
  /** How many modes of the data a generator covers; no metric. */
  COVERED(null, false),
  /** The learning rate with its schedule; no metric. */
  RATE(null, true);

  private static final double PERCENT = 100;

  private final Metric metric;
  private final boolean logarithmic;

  CurveKind(Metric metric, boolean logarithmic) {
    this.metric = metric;
    this.logarithmic = logarithmic;
  }

  /** Its word in the glossary. */
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

  /** What the engine's numbers are multiplied by to be shown. */
  double unit() {
    return this == ACCURACY ? PERCENT : 1;
  }

  boolean higherIsBetter() {
    return scored() && metric.higherIsBetter();
  }

  /** Whether a logarithmic axis helps to see it. */
  boolean logarithmic() {
    return logarithmic;
  }

  /** What each step has measured of it; empty where only epochs are judged by it. */
  Optional<Quantity> ofStep() {
    return switch (this) {
      case RATE -> Optional.of(Quantity.RATE);
      case R2, COVERED -> Optional.empty();
      default -> Optional.of(Quantity.batch(metric));
    };
  }

  /** Whether examples are judged by it. */
  boolean scored() {
    return metric != null;
  }

  /** As it is shown; NaN where there is none. */
  double shown(Metrics metrics) {
    return scored() ? unit() * metrics.value(metric) : Double.NaN;
  }
}
