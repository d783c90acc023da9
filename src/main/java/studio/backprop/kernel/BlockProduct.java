package studio.backprop.kernel;

/** A product of small matrices within larger ones, of fixed sizes, on the thread that asks. */
public interface BlockProduct {
  /** C = A·B. */
  void multiply(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C += A·B. */
  void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);
}
