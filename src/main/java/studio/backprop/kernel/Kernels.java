package studio.backprop.kernel;

/**
 * Numeric kernels. Two implementations agree within rounding: {@link ScalarKernels} in plain Java, and {@code VectorKernels} with the
 * Vector API; {@link KernelChoice} selects one. Matrices are row-major; {@code at} arguments are their offsets. Allocates nothing after the
 * largest sizes have been used. Thread-safe.
 */
public interface Kernels extends AutoCloseable {
  /** {@code scalar} or {@code vector}. */
  String name();

  /** Threads that share large jobs. The partition is independent of their number, and so are the results bitwise. */
  Workers workers();

  /** C = A·B, or C += A·B with {@code add}. A: [m, k], B: [k, n], C: [m, n]. */
  void multiply(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= Aᵀ·B. A: [k, m], B: [k, n], C: [m, n]. For weight gradients. */
  void multiplyLeftTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= A·Bᵀ. A: [m, k], B: [n, k], C: [m, n]. For input gradients. */
  void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** Dense layer: y = x·w + b. x: [rows, inputs], w: [inputs, units], b: [units], y: [rows, units]. */
  void affine(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt);

  /** y = x·wᵀ + b, as {@link #affine}, but w: [units, inputs], the layout of recurrent layers. */
  void affineTransposed(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt);

  /** Buffer for a right factor of many products: [depth, width]. */
  PackedMatrix packed(int depth, int width);

  /** Product of small submatrices. */
  BlockProduct blockProduct(BlockSize size);

  /** y = softmax(scale · x), column by column: [rows, columns] from {@code at}. x and y may be the same. */
  void softmaxColumns(float scale, float[] x, float[] y, int at, int rows, int columns);

  /** dx = scale·y·(dy − Σ dy·y), column by column. dx and dy may be the same. */
  void softmaxColumnsGradient(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns);

  /** Standardizes each row of a width. @param epsilon added to the variance */
  RowNormalization rowNormalization(int width, double epsilon);

  /** sums[j] += Σᵢ x[i, j], for bias gradients. x: [rows, columns], sums: [columns]. */
  void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt);

  /** Number of examples interleaved in vector lanes; 1 if never. */
  int lanes();

  /** Converts a batch between row-major and lane order. @param places numbers per example */
  LaneOrder arrangement(int batch, int places);

  /**
   * Convolution of fixed sizes with its scratch memory.
   *
   * @param lanes of its images, as in {@link #lanes}; 1 for row-major
   * @param relu whether a ReLU is fused
   */
  Convolution convolution(ConvSize size, int lanes, boolean relu);

  /**
   * Max pooling by planes; ties go to the first.
   *
   * @param lanes of its images, as in {@link #lanes}; 1 for row-major
   * @param pixels of a plane
   * @param windows pixels in each window, in ascending order
   */
  Pooling maxPooling(int lanes, int pixels, int[][] windows);

  /** Average pooling by planes; parameters as in {@link #maxPooling}. */
  Pooling averagePooling(int lanes, int pixels, int[][] windows);

  /** Time step of a simple recurrent layer: h = tanh s. */
  Recurrence simpleRnn(ValuesAndGrads sums, ValuesAndGrads states);

  Recurrence lstm(LstmNumbers numbers);

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

  /** Softmax of each row: eˣ⁻ᵐᵃˣ / Σ. */
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

  /** Adam step for n numbers from {@code at} on: parameters w, gradients g, moments m and v. */
  void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n);

  /**
   * Independent multiply-adds without memory access, as many as the core can keep in flight: measures peak performance. Writes their sum to
   * {@code result[0]}, so that none is optimized away.
   *
   * @return their number
   */
  long multiplyAddLoop(int rounds, float[] result);

  /** Stops the threads. */
  @Override
  default void close() {
    workers().close();
  }
}
