package studio.backprop.kernel;

/**
 * 2-D convolution (cross-correlation, as in every framework) of fixed sizes, optionally with a fused ReLU. x: [batch, inChannels, inHeight,
 * inWidth], w: [filters, inChannels/groups, kernelHeight, kernelWidth], b: [filters] or null, y: [batch, filters, outHeight, outWidth].
 * Images are row-major or interleaved in lanes, as requested. Owns its scratch memory: passes allocate nothing. Not thread-safe.
 */
public interface Convolution {
  /** y = x ⋆ w + b, or max(0, x ⋆ w + b) with a ReLU. Overwrites y. */
  void forward(float[] x, float[] w, float[] b, float[] y);

  /**
   * dx (+)= input gradient; dw += and db += parameter gradients. Each may be null. Combined, as they share the rearrangement of dy.
   *
   * @param x may be null where dw is
   * @param y output of the forward pass, for the gradient of a ReLU
   * @param add whether dx is accumulated
   */
  void backward(float[] x, float[] w, float[] y, float[] dy, float[] dx, boolean add, float[] dw, float[] db);

  /** Scratch memory in training, in floats. */
  default long scratch() {
    return 0;
  }
}
