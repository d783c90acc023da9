package studio.backprop.project;

/** Handling of class imbalance in training. */
public enum ClassBalance {
  /** The examples as they are, all counting alike. */
  NONE,
  /** Each class is dealt out equally often, the rarer ones again and again. */
  BATCHES,
  /** The examples as they are; in the loss each counts by the weight of its class, so that all classes count alike together. */
  WEIGHTS
}
