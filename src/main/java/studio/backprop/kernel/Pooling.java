package studio.backprop.kernel;

/**
 * One number for each window, plane by plane: one plane for each channel of an image, or of as many images as there are lanes. Padding does
 * not count.
 */
public interface Pooling {
  /** Overwrites y in the planes from {@code from} to before {@code to}. */
  void forward(int from, int to, float[] x, float[] y);

  /** dx (+)= what each number is given of the gradients of its windows, in the planes from {@code from} to before {@code to}. */
  void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add);
}
