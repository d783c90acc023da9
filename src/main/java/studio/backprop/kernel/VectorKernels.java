package studio.backprop.kernel;

import studio.backprop.kernel.VectorProduct.Form;

/**
 * Kernels with the Vector API, an incubator module that must be added when Java starts ({@code --add-modules jdk.incubator.vector}).
 * Referenced only by {@link KernelChoice}, after it has checked for the module.
 */
final class VectorKernels implements Kernels {
  /** With fewer images, unused lanes cost more than vectors gain. */
  private static final int FEWEST_IMAGES = 2;

  private final Workers workers;
  private final ThreadLocal<VectorProduct> products = ThreadLocal.withInitial(VectorProduct::new);
  private final ThreadLocal<ColumnSoftmax> columnSoftmaxes = ThreadLocal.withInitial(VectorColumnSoftmax::new);
  private final ThreadLocal<LaneScratch> scratch = ThreadLocal.withInitial(LaneScratch::new);

  VectorKernels(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public void multiply(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (TinyProduct.fits(m, n, k)) {
      TinyProduct.multiply(add, m, n, k, a, aAt, k, 1, b, bAt, c, cAt);
      return;
    }
    products.get().multiply(workers, products, Form.PLAIN, add, m, n, k, a, aAt, b, bAt, null, 0, c, cAt);
  }

  @Override
  public void multiplyLeftTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (TinyProduct.fits(m, n, k)) {
      TinyProduct.multiply(add, m, n, k, a, aAt, 1, m, b, bAt, c, cAt);
      return;
    }
    if (add && n == 1) {
      VectorLoops.addScaledRows(k, m, b, bAt, a, aAt, c, cAt);
      return;
    }
    products.get().multiply(workers, products, Form.LEFT_TRANSPOSED, add, m, n, k, a, aAt, b, bAt, null, 0, c, cAt);
  }

  @Override
  public void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (TinyProduct.fits(m, n, k)) {
      TinyProduct.multiplyRightTransposed(add, m, n, k, a, aAt, b, bAt, c, cAt);
      return;
    }
    products.get().multiply(workers, products, Form.RIGHT_TRANSPOSED, add, m, n, k, a, aAt, b, bAt, null, 0, c, cAt);
  }

  @Override
  public void affine(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt) {
    if (TinyProduct.fits(rows, units, inputs)) {
      TinyProduct.spread(b, bAt, rows, units, y, yAt);
      TinyProduct.multiply(true, rows, units, inputs, x, xAt, inputs, 1, w, wAt, y, yAt);
      return;
    }
    products.get().multiply(workers, products, Form.PLAIN, false, rows, units, inputs, x, xAt, w, wAt, b, bAt, y, yAt);
  }

  @Override
  public void affineTransposed(
      int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt) {
    if (TinyProduct.fits(rows, units, inputs)) {
      TinyProduct.spread(b, bAt, rows, units, y, yAt);
      TinyProduct.multiplyRightTransposed(true, rows, units, inputs, x, xAt, w, wAt, y, yAt);
      return;
    }
    products.get().multiply(workers, products, Form.RIGHT_TRANSPOSED, false, rows, units, inputs, x, xAt, w, wAt, b, bAt, y, yAt);
  }

  @Override
  public PackedMatrix packed(int depth, int width) {
    return new VectorPackedMatrix(depth, width, products);
  }

  @Override
  public BlockProduct blockProduct(BlockSize size) {
    return new VectorBlockProduct(size, products);
  }

  @Override
  public void softmaxColumns(float scale, float[] x, float[] y, int at, int rows, int columns) {
    columnSoftmaxes.get().forward(scale, x, y, at, rows, columns);
  }

  @Override
  public void softmaxColumnsGradient(float scale, float[] y, float[] dy, float[] dx, int at, int rows, int columns) {
    columnSoftmaxes.get().backward(scale, y, dy, dx, at, rows, columns);
  }

  @Override
  public RowNormalization rowNormalization(int width, double epsilon) {
    return new VectorRowNormalization(width, epsilon);
  }

  @Override
  public Recurrence simpleRnn(ValuesAndGrads sums, ValuesAndGrads states) {
    return new VectorSimpleRnn(sums, states);
  }

  @Override
  public Recurrence lstm(LstmNumbers numbers) {
    return new VectorLstm(numbers);
  }

  @Override
  public Recurrence gru(GruNumbers numbers) {
    return new VectorGru(numbers);
  }

  @Override
  public void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    VectorLoops.addRows(rows, columns, x, xAt, sums, sumsAt);
  }

  @Override
  public int lanes() {
    return ProductTile.LENGTH;
  }

  @Override
  public LaneOrder arrangement(int batch, int places) {
    return new LaneLayout(batch, places);
  }

  @Override
  public Convolution convolution(ConvSize size, int lanes, boolean relu) {
    if (lanes > 1) {
      return new LaneConvolution(size, relu, workers, scratch);
    }
    return size.batch() < FEWEST_IMAGES
        ? new ScalarConvolution(size, relu, workers) : new RowsConvolution(size, relu, workers, scratch);
  }

  @Override
  public Pooling maxPooling(int lanes, int pixels, int[][] windows) {
    return lanes > 1 ? new LaneMaxPooling(pixels, windows) : new ScalarMaxPooling(pixels, windows);
  }

  @Override
  public Pooling averagePooling(int lanes, int pixels, int[][] windows) {
    return lanes > 1 ? new LaneAveragePooling(pixels, windows) : new ScalarAveragePooling(pixels, windows);
  }

  @Override
  public void exp(float[] x, float[] y, int n) {
    VectorMath.exp(x, y, n);
  }

  @Override
  public void log(float[] x, float[] y, int n) {
    VectorMath.log(x, y, n);
  }

  @Override
  public void sigmoid(float[] x, float[] y, int n) {
    VectorMath.sigmoid(x, 0, y, 0, n);
  }

  @Override
  public void tanh(float[] x, float[] y, int n) {
    VectorMath.tanh(x, 0, y, 0, n);
  }

  @Override
  public void erf(float[] x, float[] y, int n) {
    VectorMath.erf(x, y, n);
  }

  @Override
  public void softmaxRows(float[] x, float[] y, int rows, int columns) {
    PlainLoops.lessRowMax(x, y, rows, columns);
    exp(y, y, rows * columns);
    PlainLoops.divideByRowSum(y, rows, columns);
  }

  @Override
  public void addScaled(float scale, float[] x, float[] y, int n) {
    PlainLoops.addScaled(scale, x, y, n);
  }

  @Override
  public double sumOfSquares(float[] x, int n) {
    return VectorLoops.sumOfSquares(x, n);
  }

  @Override
  public double sum(float[] x, int at, int n) {
    return VectorLoops.sum(x, at, n);
  }

  @Override
  public double sumOfSquares(float[] x, int at, int n, float mean) {
    return VectorLoops.sumOfSquares(x, at, n, mean);
  }

  @Override
  public double sumOfProducts(float[] g, float[] x, int at, int n, float mean) {
    return VectorLoops.sumOfProducts(g, x, at, n, mean);
  }

  @Override
  public void normalize(float[] x, int at, int n, float mean, float scale, float shift, float[] y) {
    VectorLoops.normalize(x, at, n, mean, scale, shift, y);
  }

  @Override
  public void add(float[] x, int at, int n, float[] y) {
    VectorLoops.add(x, at, n, y);
  }

  @Override
  public void combine(boolean add, float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    if (add) {
      VectorLoops.addCombined(g, x, at, n, scale, slope, shift, y);
    } else {
      VectorLoops.combine(g, x, at, n, scale, slope, shift, y);
    }
  }

  @Override
  public void relu(float[] x, int at, int n, float[] y) {
    VectorLoops.relu(x, at, n, y);
  }

  @Override
  public void reluGradient(boolean add, float[] y, float[] dy, int at, int n, float[] dx) {
    if (add) {
      VectorLoops.addReluGradient(y, dy, at, n, dx);
    } else {
      VectorLoops.reluGradient(y, dy, at, n, dx);
    }
  }

  @Override
  public void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n) {
    VectorAdam.step(step, w, g, m, v, at, n);
  }

  @Override
  public long multiplyAddLoop(int rounds, float[] result) {
    return MultiplyAddLoop.run(rounds, result);
  }
}
