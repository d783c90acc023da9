package studio.backprop.kernel;

/**
 * Each row of some width divided by its root mean square, then multiplied by γ. All methods treat the rows from {@code from} to before
 * {@code to} of row-major matrices.
 */
public interface RowScaling {
  /** hat = x/√(mean(x²) + ε), y = γ·hat; inverses: 1/√(mean(x²) + ε) of each row. */
  void forward(int from, int to, float[] x, float[] gamma, float[] hat, float[] inverses, float[] y);

  /** dx (+)= (h − hat·mean(h·hat))·inverse, h = γ·dy. */
  void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx);

  /** Puts Σ dy·hat of each column into {@code sums} from {@code at} on. */
  void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at);
}
