package studio.backprop.data;

/** What a row is for: weights are learned on TRAIN, choices are made on VALIDATION, and TEST is looked at last. */
public enum Part {
  TRAIN,
  VALIDATION,
  TEST
}
