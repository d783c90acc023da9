package studio.backprop.evaluate.attribution;

/** Feature attribution methods. */
public enum AttributionMethod {
  /** |∂s ⁄ ∂x|, or of tokens ∂s ⁄ ∂e · e. */
  SALIENCY,
  /** Mean gradient of noisy copies. */
  SMOOTH_GRAD,
  /** Gradient integrated along the path from a baseline. */
  INTEGRATED_GRADIENTS,
  /** Feature maps of a convolution, weighted by their mean gradients. */
  GRAD_CAM,
  /** Feature maps weighted by the gradient of each position. */
  HIRES_CAM,
  /** Drop of the score without a part of the input. */
  OCCLUSION;

  /** Whether it uses feature maps of a convolution. */
  public boolean readsMaps() {
    return this == GRAD_CAM || this == HIRES_CAM;
  }

  /** Whether it needs a baseline: its attributions are parts of the score. */
  public boolean comparesWithBaseline() {
    return this == INTEGRATED_GRADIENTS || this == OCCLUSION;
  }
}
