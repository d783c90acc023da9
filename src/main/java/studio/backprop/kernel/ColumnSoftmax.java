package studio.backprop.kernel;

/**
 * The softmax of each column of a matrix, and the way back through it. Going down the columns, side by side, needs no sum across a vector.
 * One thread's work: it has scratch of its own.
 */
interface ColumnSoftmax {
  /** Each column of y becomes the softmax of scale · the same column of x. Both may be the same array, and begin at {@code at}. */
  void forward(float scale, float[] x, float[] y, int at, int rows, int columns);

  /** dx = scale·y·(dy − Σ dy·y), column by column. dx and dy may be the same array. */
  void backward(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns);
}
