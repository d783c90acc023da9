package studio.backprop.kernel;

/** Product of small submatrices of fixed sizes, single-threaded. */
public interface BlockProduct {
  /** C = A·B. */
  void multiply(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C += A·B. */
  void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);
}
