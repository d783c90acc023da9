package studio.backprop.data;

/** Supervised task: classification or regression. */
public enum Task {
  CLASSES,
  REGRESSION
}
