package studio.backprop.data;

/** Kinds of feature scaling. Statistics are fitted to the training rows only. */
public enum Scaling {
  /** As they are. */
  NONE,
  /** Mean 0 and standard deviation 1, column by column; over all pixels of an image together. */
  STANDARDIZE,
  /** From 0 to 1, column by column; an image is divided by the largest value that a pixel can have. */
  MIN_MAX
}
