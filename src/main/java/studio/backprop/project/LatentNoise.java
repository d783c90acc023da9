package studio.backprop.project;

/** Distribution of the latent noise z. */
public enum LatentNoise {
  /** Standard normal. */
  NORMAL,
  /** Uniform in [−1, 1]. */
  UNIFORM
}
