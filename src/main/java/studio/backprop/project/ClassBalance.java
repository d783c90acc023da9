package studio.backprop.project;

/** Handling of class imbalance in training. */
public enum ClassBalance {
  NONE,
  /** Class-balanced sampling: oversamples rare classes. */
  BATCHES,
  /** Balanced class weights in the loss. */
  WEIGHTS
}
