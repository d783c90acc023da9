package studio.backprop.kernel;

/**
 * The sizes of a product C = A·B of matrices that lie within larger ones: each row begins a stride after the one before.
 *
 * @param transposed which of A and B is stored as its transpose
 * @param m rows of C
 * @param n columns of C
 * @param k the shared side
 */
public record BlockSize(Transposed transposed, int m, int n, int k, int aStride, int bStride, int cStride) {
  /** A: [m, k] and B: [k, n] as they are; or A stored as [k, m]; or B stored as [n, k]. */
  public enum Transposed {
    NONE, LEFT, RIGHT
  }
}
