package studio.backprop.evaluate;

import java.util.Locale;

/** Evaluation metrics, named as in scikit-learn. */
public enum EvaluationMetric {
  ACCURACY(true),
  BALANCED_ACCURACY(true),
  PRECISION(true),
  RECALL(true),
  SPECIFICITY(true),
  F1(true),
  F_BETA(true),
  IOU(true),
  PRECISION_MACRO(true),
  RECALL_MACRO(true),
  F1_MACRO(true),
  PRECISION_WEIGHTED(true),
  RECALL_WEIGHTED(true),
  F1_WEIGHTED(true),
  IOU_MACRO(true),
  TOP_3_ACCURACY(true),
  TOP_5_ACCURACY(true),
  ROC_AUC(true),
  ROC_AUC_MICRO(true),
  ROC_AUC_OVO(true),
  AVERAGE_PRECISION(true),
  MATTHEWS_CORRCOEF(true),
  COHEN_KAPPA(true),
  LOG_LOSS(false),
  PERPLEXITY(false),
  BRIER(false),
  EXPECTED_CALIBRATION_ERROR(false),
  MAE(false),
  RMSE(false),
  MSE(false),
  R2(true),
  EXPLAINED_VARIANCE(true),
  MEDIAN_ABSOLUTE_ERROR(false),
  MAX_ERROR(false),
  MAPE(false),
  MEAN_ERROR(false);

  private final boolean higherIsBetter;

  EvaluationMetric(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** Name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has a bootstrap interval: a maximum has none, as that of resamples never exceeds that of the examples. */
  public boolean isResampled() {
    return this != MAX_ERROR;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }
}
