package studio.backprop.kernel;

/** Pooling by planes: one plane per channel of an image, or of as many images as there are lanes. Padding is not counted. */
public interface Pooling {
  /** Overwrites y in the planes from {@code from} to before {@code to}. */
  void forward(int from, int to, float[] x, float[] y);

  /** dx (+)= the gradient, in the planes from {@code from} to before {@code to}. */
  void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add);
}
