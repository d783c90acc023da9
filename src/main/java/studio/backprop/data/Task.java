package studio.backprop.data;

/** Kind of task: classification or regression. */
public enum Task {
  CLASSES,
  REGRESSION
}
