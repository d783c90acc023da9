package studio.backprop.evaluate.attribution;

/** The ways to say how much each input adds to a score. */
public enum AttributionMethod {
  /** |∂s ⁄ ∂x|, or of tokens ∂s ⁄ ∂e · e. */
  SALIENCY,
  /** The mean gradient of copies with noise. */
  SMOOTH_GRAD,
  /** The gradient on the way from a baseline, integrated. */
  INTEGRATED_GRADIENTS,
  /** The maps of a convolution, each weighted by its mean gradient. */
  GRAD_CAM,
  /** The same maps, weighted position by position. */
  HIRES_CAM,
  /** What is lost without a part of the input. */
  OCCLUSION;

  /** Whether it reads the maps of a convolution. */
  public boolean readsMaps() {
    return this == GRAD_CAM || this == HIRES_CAM;
  }

  /** Whether it compares the example with a baseline, so that its numbers are parts of a score. */
  public boolean comparesWithBaseline() {
    return this == INTEGRATED_GRADIENTS || this == OCCLUSION;
  }
}
