package studio.backprop.project;

/** What is done in training where some classes have far more examples than others: one of these, never two at once. */
public enum ClassBalance {
  /** The examples as they are, all counting alike. */
  NONE,
  /** Each class is dealt out equally often, the rarer ones again and again. */
  BATCHES,
  /** The examples as they are; in the loss each counts by the weight of its class, so that all classes count alike together. */
  WEIGHTS
}
