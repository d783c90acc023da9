package studio.backprop.kernel;

/**
 * The largest number under each window, plane by plane: one plane for each channel of an image, or of as many images as there are lanes.
 * Padding never wins; of equal numbers the first does.
 */
public interface MaxPooling {
  /** Overwrites y in the planes from {@code from} to before {@code to}. */
  void forward(int from, int to, float[] x, float[] y);

  /** dx (+)= dy at the largest number of each window, in the planes from {@code from} to before {@code to}. */
  void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add);
}
