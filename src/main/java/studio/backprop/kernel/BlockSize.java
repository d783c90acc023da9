package studio.backprop.kernel;

/**
 * Sizes of a product C = A·B of submatrices; strides are distances between row starts.
 *
 * @param transposed which of A and B is stored transposed
 * @param m rows of C
 * @param n columns of C
 * @param k shared dimension
 */
public record BlockSize(Transposed transposed, int m, int n, int k, int aStride, int bStride, int cStride) {
  /** A: [m, k] and B: [k, n]; or A stored as [k, m]; or B stored as [n, k]. */
  public enum Transposed {
    NONE, LEFT, RIGHT
  }
}
