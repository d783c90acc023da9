package studio.backprop.evaluate.fold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.train.metric.Metric;

/** Metric of a cross-validation. */
public enum FoldFigure {
  ACCURACY(Metric.ACCURACY, null, 0, 1, true),
  ROC_AUC(null, EvaluationMetric.ROC_AUC, 0, 1, true),
  F1(null, EvaluationMetric.F1, 0, 1, true),
  F1_MACRO(null, EvaluationMetric.F1_MACRO, 0, 1, true),
  R2(Metric.R2, null, Double.NEGATIVE_INFINITY, 1, true),
  MAE(Metric.MAE, null, 0, Double.POSITIVE_INFINITY, false),
  RMSE(null, EvaluationMetric.RMSE, 0, Double.POSITIVE_INFINITY, false),
  LOSS(Metric.LOSS, null, 0, Double.POSITIVE_INFINITY, false);

  private final Metric score;
  private final EvaluationMetric judged;
  private final double least;
  private final double most;
  private final boolean higherIsBetter;

  FoldFigure(Metric score, EvaluationMetric judged, double least, double most, boolean higherIsBetter) {
    this.score = score;
    this.judged = judged;
    this.least = least;
    this.most = most;
    this.higherIsBetter = higherIsBetter;
  }

  /** Applicable ones; the first is for model selection. */
  public static List<FoldFigure> of(Dataset data) {
    if (data.task() == Task.REGRESSION) {
      return List.of(R2, MAE, RMSE, LOSS);
    }
    return data.classNames().size() == 2 ? List.of(ACCURACY, ROC_AUC, F1, LOSS) : List.of(ACCURACY, F1_MACRO, LOSS);
  }

  /** On the fold's test rows; NaN if undefined. */
  public double test(FoldResult result) {
    return score != null ? result.test().value(score) : Optional.ofNullable(result.judged().get(judged)).orElse(Double.NaN);
  }

  /** On its training rows; NaN if not computed. */
  public double train(FoldResult result) {
    return score != null ? result.train().value(score) : Double.NaN;
  }

  public double[] test(List<FoldResult> results) {
    return results.stream().mapToDouble(this::test).toArray();
  }

  public double[] train(List<FoldResult> results) {
    return results.stream().mapToDouble(this::train).toArray();
  }

  /** Name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Whether it is a unitless number around 0 to 1. */
  public boolean isFixed() {
    return most == 1;
  }

  /** Clips an interval to the metric's range. */
  Interval clip(Interval interval) {
    return interval.isDefined() ? new Interval(Math.max(least, interval.low()), Math.min(most, interval.high())) : interval;
  }
}
