package studio.backprop.kernel;

/**
 * A 2-D convolution (cross-correlation, as in every framework) of fixed sizes, with or without a ReLU behind it. x: [batch, inChannels,
 * inHeight, inWidth], w: [filters, inChannels/groups, kernelHeight, kernelWidth], b: [filters] or null, y: [batch, filters, outHeight,
 * outWidth]. Images lie row-major or side by side in lanes, as it was asked for. Owns its scratch memory, so its passes allocate nothing;
 * one thread at a time may use it.
 */
public interface Convolution {
  /** y = x ⋆ w + b, and 0 in place of what is negative where a ReLU belongs to it. Overwrites y. */
  void forward(float[] x, float[] w, float[] b, float[] y);

  /**
   * dx (+)= the gradient of y carried back through w; dw += and db += the gradients of kernels and biases. Each may be null where not
   * needed. One call for all three, because they share the work of bringing dy into order.
   *
   * @param x may be null where dw is
   * @param y what forward gave: a ReLU lets gradients pass where it is above 0
   * @param add whether to add to dx or to overwrite it
   */
  void backward(float[] x, float[] w, float[] y, float[] dy, float[] dx, boolean add, float[] dw, float[] db);

  /** Numbers it will keep for itself once it trains. */
  default long scratch() {
    return 0;
  }
}
