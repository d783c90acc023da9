package studio.backprop.ui.plots;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.run.Run;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunHistory;

/** What a plot shows over the steps of a run. */
public enum Quantity {
  LOSS(Run.LOSS, 1, false, true, RunHistory::loss, Metrics::loss),
  /** In percent. */
  ACCURACY(Run.MEASURE, 100, true, false, RunHistory::measure, Metrics::accuracy),
  /** The mean absolute error of a regression, in the target's own unit. */
  ERROR(Run.MEASURE, 1, false, true, RunHistory::measure, Metrics::mae),
  /** The share of the target's variance that is explained; known for epochs only. */
  R2(-1, 1, true, false, null, Metrics::r2),
  /** The learning rate with its schedule; nothing scores it. */
  RATE(Run.RATE, 1, false, true, RunHistory::rate, null);

  private final int column;
  private final double unit;
  private final boolean highIsGood;
  private final boolean logarithmic;
  private final Function<RunHistory, Curve> curve;
  private final ToDoubleFunction<Metrics> score;

  Quantity(
      int column, double unit, boolean highIsGood, boolean logarithmic, Function<RunHistory, Curve> curve,
      ToDoubleFunction<Metrics> score) {
    this.column = column;
    this.unit = unit;
    this.highIsGood = highIsGood;
    this.logarithmic = logarithmic;
    this.curve = curve;
    this.score = score;
  }

  /** Its word in the glossary. */
  String term() {
    return switch (this) {
      case LOSS -> "loss";
      case ACCURACY -> "accuracy";
      case ERROR -> "mean-error";
      case R2 -> "r2";
      case RATE -> "learning-rate";
    };
  }

  /** Its column in a history row. */
  int column() {
    return column;
  }

  /** What the engine's numbers are multiplied by to be shown. */
  double unit() {
    return unit;
  }

  boolean highIsGood() {
    return highIsGood;
  }

  /** Whether a logarithmic axis helps to see it. */
  boolean logarithmic() {
    return logarithmic;
  }

  /** The curve over the steps, where each step has a value. */
  Optional<Curve> curve(RunHistory history) {
    return Optional.ofNullable(curve).map(of -> of.apply(history));
  }

  /** Whether examples are scored by it. */
  boolean scored() {
    return score != null;
  }

  /** As it is shown; NaN where there is none. */
  double score(Metrics scores) {
    return score == null ? Double.NaN : unit * score.applyAsDouble(scores);
  }
}
