package studio.backprop.data;

/** What is to be learned: which class an example belongs to, or a number. */
public enum Task {
  CLASSES,
  REGRESSION
}
