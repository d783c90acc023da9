package studio.backprop.data;

/** How numbers are brought to a size that a network learns well from. What it takes for that is read from the training rows only. */
public enum Scaling {
  /** As they are. */
  NONE,
  /** Mean 0 and standard deviation 1, column by column; over all pixels of an image together. */
  STANDARDIZE,
  /** From 0 to 1, column by column; an image is divided by the largest value that a pixel can have. */
  MIN_MAX
}
