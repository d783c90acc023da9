package studio.backprop.kernel;

/** Right factor of many products, [depth, width], packed in reading order. */
public interface PackedMatrix {
  /** Packs the transpose of a matrix [width, depth]. */
  void packTransposed(float[] b, int at);

  /** Packs a matrix [depth, width]. */
  void pack(float[] b, int at);

  /** C += A·B on the calling thread. A: [rows, depth], C: [rows, width]. */
  void addProduct(int rows, float[] a, int aAt, float[] c, int cAt);
}
