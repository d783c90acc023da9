package studio.backprop.kernel;

/** The right side of many products, [depth, width], kept in the order in which they read it. */
public interface PackedMatrix {
  /** Takes the transpose of a matrix [width, depth]. */
  void packTransposed(float[] b, int at);

  /** Takes a matrix [depth, width]. */
  void pack(float[] b, int at);

  /** C += A·B on the thread that asks. A: [rows, depth], C: [rows, width]. */
  void addProduct(int rows, float[] a, int aAt, float[] c, int cAt);
}
