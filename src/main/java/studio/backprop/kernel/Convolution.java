package studio.backprop.kernel;

/**
 * A 2-D convolution (cross-correlation, as in every framework) of fixed sizes. x: [batch, inChannels, inHeight, inWidth],
 * w: [filters, inChannels/groups, kernelHeight, kernelWidth], b: [filters] or null, y: [batch, filters, outHeight, outWidth], row-major.
 * Owns its scratch memory, so its passes allocate nothing.
 */
public interface Convolution {
  /** y = x ⋆ w + b. Overwrites y. */
  void forward(float[] x, float[] w, float[] b, float[] y);

  /** dx += the gradient of y carried back through w. */
  void backwardInput(float[] dy, float[] w, float[] dx);

  /** dw += and, where db is not null, db += the gradients of kernels and biases. */
  void backwardWeights(float[] x, float[] dy, float[] dw, float[] db);
}
