package studio.backprop.project;

/** How the numbers of the noise z are spread that a generator makes examples from. */
public enum LatentNoise {
  /** Around 0 with variance 1. */
  NORMAL,
  /** Evenly between −1 and 1. */
  UNIFORM
}
