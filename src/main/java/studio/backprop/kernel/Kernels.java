package studio.backprop.kernel;

/**
 * The loops that cost time. Two twins give the same answers within rounding: {@link ScalarKernels}, plain Java, and
 * {@code VectorKernels}, which uses the Vector API. {@link KernelChoice} picks one for the process. All matrices are row-major;
 * {@code at} arguments are where a matrix starts in its array. Nothing here allocates once the largest sizes have been seen, and every
 * method may be called from several threads at once.
 */
public interface Kernels extends AutoCloseable {
  /** {@code scalar} or {@code vector}. */
  String name();

  /** The threads that share large jobs. How a job is cut never depends on their number, so the bits do not either. */
  Workers workers();

  /** C = A·B, or C += A·B with {@code add}. A: [m, k], B: [k, n], C: [m, n]. */
  void multiply(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= Aᵀ·B. A: [k, m], B: [k, n], C: [m, n]. Weight gradients are of this form. */
  void multiplyLeftTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= A·Bᵀ. A: [m, k], B: [n, k], C: [m, n]. Input gradients are of this form. */
  void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** y = x·w + b, the bias added to each row: a dense layer. x: [rows, inputs], w: [inputs, units], b: [units], y: [rows, units]. */
  void affine(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt);

  /** y = x·wᵀ + b, as {@link #affine}, but w: [units, inputs]: how recurrent layers keep their weights. */
  void affineTransposed(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt);

  /** A place for a right side of many products: [depth, width]. */
  PackedMatrix packed(int depth, int width);

  /** A product of small matrices that lie within larger ones. */
  BlockProduct blockProduct(BlockSize size);

  /** Each column of y becomes the softmax of scale · the same column of x: [rows, columns] from {@code at} on. x and y may be the same. */
  void softmaxColumns(float scale, float[] x, float[] y, int at, int rows, int columns);

  /** dx = scale·y·(dy − Σ dy·y), column by column. dx and dy may be the same. */
  void softmaxColumnsGradient(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns);

  /** Brings each row of so many numbers to mean 0 and variance 1 by itself. @param epsilon added to the variance */
  RowNormalization rowNormalization(int width, double epsilon);

  /** sums[j] += Σᵢ x[i, j]: the bias gradient of a dense layer. x: [rows, columns], sums: [columns]. */
  void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt);

  /** Examples that lie side by side where a batch is kept in vector lanes; 1 where it never is. */
  int lanes();

  /** Moves a batch of examples of so many places into lanes and back. */
  LaneOrder arrangement(int batch, int places);

  /**
   * A convolution of fixed sizes with the scratch memory it needs.
   *
   * @param lanes of its images, as in {@link #lanes}; 1 where they lie row-major
   * @param relu whether a ReLU belongs to it
   */
  Convolution convolution(ConvSize size, int lanes, boolean relu);

  /**
   * The largest number under each window of a plane, the first of equal ones.
   *
   * @param lanes of its images, as in {@link #lanes}; 1 where they lie row-major
   * @param pixels of a plane
   * @param windows the pixels under each window, in ascending order
   */
  Pooling maxPooling(int lanes, int pixels, int[][] windows);

  /** The mean of the numbers under each window of a plane; each of them gets back the same share. */
  Pooling averagePooling(int lanes, int pixels, int[][] windows);

  /** A time step of a simple recurrent layer: h = tanh s. */
  Recurrence simpleRnn(ValuesAndGrads sums, ValuesAndGrads states);

  /** A time step of an LSTM. */
  Recurrence lstm(LstmNumbers numbers);

  /** A time step of a GRU. */
  Recurrence gru(GruNumbers numbers);

  /** y = eˣ for the first n numbers. Results below the smallest normal float become 0. x and y may be the same array, here and below. */
  void exp(float[] x, float[] y, int n);

  /** y = ln x for the first n numbers. */
  void log(float[] x, float[] y, int n);

  /** y = 1 / (1 + e⁻ˣ). */
  void sigmoid(float[] x, float[] y, int n);

  void tanh(float[] x, float[] y, int n);

  /** y = the error function of x. */
  void erf(float[] x, float[] y, int n);

  /** Each row of y is the softmax of the same row of x: eˣ⁻ᵐᵃˣ / Σ. */
  void softmaxRows(float[] x, float[] y, int rows, int columns);

  /** y += scale · x for the first n numbers. */
  void addScaled(float scale, float[] x, float[] y, int n);

  /** Σ x² of the first n numbers, summed in double in a fixed order. */
  double sumOfSquares(float[] x, int n);

  /** Σ x of n numbers from {@code at} on, in a fixed order. */
  double sum(float[] x, int at, int n);

  /** Σ (x − mean)² of n numbers from {@code at} on. */
  double sumOfSquares(float[] x, int at, int n, float mean);

  /** Σ g·(x − mean) of n numbers from {@code at} on. */
  double sumOfProducts(float[] g, float[] x, int at, int n, float mean);

  /** y = scale·(x − mean) + shift for n numbers from {@code at} on. */
  void normalize(float[] x, int at, int n, float mean, float scale, float shift, float[] y);

  /** y += x for n numbers from {@code at} on. */
  void add(float[] x, int at, int n, float[] y);

  /** y (+)= scale·g + slope·x + shift for n numbers from {@code at} on. */
  void combine(boolean add, float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y);

  /** y = max(0, x) for n numbers from {@code at} on. */
  void relu(float[] x, int at, int n, float[] y);

  /** dx (+)= dy where y is above 0, for n numbers from {@code at} on. */
  void reluGradient(boolean add, float[] y, float[] dy, int at, int n, float[] dx);

  /** A step of Adam for n numbers from {@code at} on: w are parameters, g their gradients, m and v what Adam keeps of each. */
  void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n);

  /**
   * Multiply-adds that wait for nothing and touch no memory, as many as the core can keep in flight: the measure for all others. Puts
   * their sum into {@code result[0]}, so that none can be left out, and gives their number.
   */
  long multiplyAddLoop(int rounds, float[] result);

  /** Ends the threads. */
  @Override
  default void close() {
    workers().close();
  }
}
