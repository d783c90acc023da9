package studio.backprop.kernel;

/** Column-wise softmax of a matrix and its gradient. Vectorized over columns, without horizontal sums. Not thread-safe. */
interface ColumnSoftmax {
  /** y = softmax(scale · x), column by column, from {@code at}. x and y may be the same array. */
  void forward(float scale, float[] x, float[] y, int at, int rows, int columns);

  /** dx = scale·y·(dy − Σ dy·y), column by column. dx and dy may be the same array. */
  void backward(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns);
}
