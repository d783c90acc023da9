package studio.backprop.data;

/** Kinds of feature scaling. Statistics are fitted to the training rows only. */
public enum Scaling {
  NONE,
  /** Zero mean and unit variance per column; over all pixels of an image together. */
  STANDARDIZE,
  /** To [0, 1] per column; images are divided by the maximum pixel value. */
  MIN_MAX
}
