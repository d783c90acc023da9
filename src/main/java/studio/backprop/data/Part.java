package studio.backprop.data;

/** Part of a split: weights are trained on TRAIN, models selected on VALIDATION, and evaluated on TEST. */
public enum Part {
  TRAIN,
  VALIDATION,
  TEST
}
