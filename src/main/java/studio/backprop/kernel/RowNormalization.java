package studio.backprop.kernel;

/**
 * Each row of some width brought to mean 0 and variance 1 by itself, then multiplied by γ and moved by β. All methods treat the rows from
 * {@code from} to before {@code to} of row-major matrices.
 */
public interface RowNormalization {
  /** hat = (x − mean)/√(variance + ε), y = γ·hat + β; inverses: 1/√(variance + ε) of each row. */
  void forward(int from, int to, float[] x, float[] gamma, float[] beta, float[] hat, float[] inverses, float[] y);

  /** dx (+)= (h − mean h − hat·mean(h·hat))·inverse, h = γ·dy. */
  void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx);

  /** Puts Σ dy·hat of each column into {@code sums} from {@code at} on, and Σ dy after it. */
  void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at);
}
