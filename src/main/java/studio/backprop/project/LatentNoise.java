package studio.backprop.project;

/** Distribution of the latent noise z. */
public enum LatentNoise {
  /** Around 0 with variance 1. */
  NORMAL,
  /** Evenly between −1 and 1. */
  UNIFORM
}
