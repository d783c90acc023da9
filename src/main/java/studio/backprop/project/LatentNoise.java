package studio.backprop.project;

/** Distribution of the latent noise z. */
public enum LatentNoise {
  NORMAL,
  /** Uniform in [−1, 1]. */
  UNIFORM
}
