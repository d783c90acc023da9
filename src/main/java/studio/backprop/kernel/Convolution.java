package studio.backprop.kernel;

/**
 * A 2-D convolution (cross-correlation, as in every framework) of fixed sizes. x: [batch, inChannels, inHeight, inWidth],
 * w: [filters, inChannels/groups, kernelHeight, kernelWidth], b: [filters] or null, y: [batch, filters, outHeight, outWidth], row-major.
 * Owns its scratch memory, so its passes allocate nothing; one thread at a time may use it.
 */
public interface Convolution {
  /** y = x ⋆ w + b. Overwrites y. */
  void forward(float[] x, float[] w, float[] b, float[] y);

  /**
   * dx += the gradient of y carried back through w; dw += and db += the gradients of kernels and biases. Each may be null where nobody
   * needs it. One call for all three, because they share the work of bringing dy into order.
   */
  void backward(float[] x, float[] w, float[] dy, float[] dx, float[] dw, float[] db);
}
