package studio.backprop.evaluate.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.train.metric.Metric;

/** Scoring of permutation importance. Accuracy and loss are insensitive to a rare class that is never predicted; ROC AUC is not. */
public enum ImportanceMetric {
  ACCURACY(Metric.ACCURACY, null, true),
  BALANCED_ACCURACY(null, EvaluationMetric.BALANCED_ACCURACY, true),
  ROC_AUC(null, EvaluationMetric.ROC_AUC, true),
  R2(Metric.R2, null, true),
  MAE(Metric.MAE, null, false),
  LOSS(Metric.LOSS, null, false);

  private final Metric scored;
  private final EvaluationMetric judged;
  private final boolean higherIsBetter;

  ImportanceMetric(Metric scored, EvaluationMetric judged, boolean higherIsBetter) {
    this.scored = scored;
    this.judged = judged;
    this.higherIsBetter = higherIsBetter;
  }

  /** Applicable ones, the default first. */
  public static List<ImportanceMetric> of(Task task) {
    return task == Task.CLASSES ? List.of(ACCURACY, BALANCED_ACCURACY, ROC_AUC, LOSS) : List.of(R2, MAE, LOSS);
  }

  /** Default: accuracy or R²; for imbalanced classes ROC AUC, or balanced accuracy if the validation part lacks a class. */
  public static ImportanceMetric usual(PreparedData data) {
    if (data.dataset().task() == Task.REGRESSION) {
      return R2;
    } else if (data.dataset().answers() != 1 || !InverseFrequencies.areUnbalanced(InverseFrequencies.counts(data))) {
      return ACCURACY;
    }
    long occurring = IntStream.range(0, data.validationRows()).map(row -> data.classOf(Part.VALIDATION, row)).distinct().count();
    return occurring == data.dataset().classNames().size() ? ROC_AUC : BALANCED_ACCURACY;
  }

  /** Metric of training; empty if it needs all predictions at once. */
  Optional<Metric> scored() {
    return Optional.ofNullable(scored);
  }

  EvaluationMetric judged() {
    return judged;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Whether it is shown in percent. */
  public boolean isShare() {
    return this == ACCURACY || this == BALANCED_ACCURACY;
  }

  /** Name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
