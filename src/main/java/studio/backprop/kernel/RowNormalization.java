package studio.backprop.kernel;

/**
 * Rowwise standardization with scale γ and shift β. All methods process the rows from {@code from} to before {@code to} of row-major
 * matrices.
 */
public interface RowNormalization {
  /** hat = (x − mean)/√(variance + ε), y = γ·hat + β; inverses: 1/√(variance + ε) of each row. */
  void forward(int from, int to, float[] x, float[] gamma, float[] beta, float[] hat, float[] inverses, float[] y);

  /** dx (+)= (h − mean h − hat·mean(h·hat))·inverse, h = γ·dy. */
  void backward(boolean add, int from, int to, float[] dy, float[] gamma, float[] hat, float[] inverses, float[] dx);

  /** Writes Σ dy·hat of each column to {@code sums} from {@code at}, followed by Σ dy. */
  void sums(int from, int to, float[] dy, float[] hat, float[] sums, int at);
}
