package studio.backprop.kernel;

/** Kernels in plain Java, with inner loops that the JIT auto-vectorizes. */
public final class ScalarKernels implements Kernels {
  private final Workers workers;
  private final ThreadLocal<ScalarProduct> products = ThreadLocal.withInitial(ScalarProduct::new);
  private final ThreadLocal<ColumnSoftmax> columnSoftmaxes = ThreadLocal.withInitial(ScalarColumnSoftmax::new);

  public ScalarKernels(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "scalar";
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
    ScalarProduct product = products.get();
    product.pack(n, k, b, bAt);
    product.multiply(workers, products, add, m, n, k, a, aAt, k, 1, null, 0, c, cAt);
  }

  @Override
  public void multiplyLeftTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (TinyProduct.fits(m, n, k)) {
      TinyProduct.multiply(add, m, n, k, a, aAt, 1, m, b, bAt, c, cAt);
      return;
    }
    ScalarProduct product = products.get();
    product.pack(n, k, b, bAt);
    product.multiply(workers, products, add, m, n, k, a, aAt, 1, m, null, 0, c, cAt);
  }

  @Override
  public void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    if (TinyProduct.fits(m, n, k)) {
      TinyProduct.multiplyRightTransposed(add, m, n, k, a, aAt, b, bAt, c, cAt);
      return;
    }
    ScalarProduct product = products.get();
    product.packTransposed(n, k, b, bAt);
    product.multiply(workers, products, add, m, n, k, a, aAt, k, 1, null, 0, c, cAt);
  }

  @Override
  public void affine(int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt) {
    if (TinyProduct.fits(rows, units, inputs)) {
      TinyProduct.spread(b, bAt, rows, units, y, yAt);
      TinyProduct.multiply(true, rows, units, inputs, x, xAt, inputs, 1, w, wAt, y, yAt);
      return;
    }
    ScalarProduct product = products.get();
    product.pack(units, inputs, w, wAt);
    product.multiply(workers, products, false, rows, units, inputs, x, xAt, inputs, 1, b, bAt, y, yAt);
  }

  @Override
  public void affineTransposed(
      int rows, int units, int inputs, float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt) {
    if (TinyProduct.fits(rows, units, inputs)) {
      TinyProduct.spread(b, bAt, rows, units, y, yAt);
      TinyProduct.multiplyRightTransposed(true, rows, units, inputs, x, xAt, w, wAt, y, yAt);
      return;
    }
    ScalarProduct product = products.get();
    product.packTransposed(units, inputs, w, wAt);
    product.multiply(workers, products, false, rows, units, inputs, x, xAt, inputs, 1, b, bAt, y, yAt);
  }

  @Override
  public PackedMatrix packed(int depth, int width) {
    return new ScalarPackedMatrix(depth, width, products);
  }

  @Override
  public BlockProduct blockProduct(BlockSize size) {
    return new ScalarBlockProduct(size);
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
    return new ScalarRowNormalization(width, epsilon);
  }

  @Override
  public Recurrence simpleRnn(ValuesAndGrads sums, ValuesAndGrads states) {
    return new ScalarSimpleRnn(sums, states);
  }

  @Override
  public Recurrence lstm(LstmNumbers numbers) {
    return new ScalarLstm(numbers);
  }

  @Override
  public Recurrence gru(GruNumbers numbers) {
    return new ScalarGru(numbers);
  }

  @Override
  public void addRows(int rows, int columns, float[] x, int xAt, float[] sums, int sumsAt) {
    PlainLoops.addRows(rows, columns, x, xAt, sums, sumsAt);
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public LaneOrder arrangement(int batch, int places) {
    throw new UnsupportedOperationException("plain Java keeps every batch row-major");
  }

  @Override
  public Convolution convolution(ConvSize size, int lanes, boolean relu) {
    return new ScalarConvolution(size, relu, workers);
  }

  @Override
  public Pooling maxPooling(int lanes, int pixels, int[][] windows) {
    return new ScalarMaxPooling(pixels, windows);
  }

  @Override
  public Pooling averagePooling(int lanes, int pixels, int[][] windows) {
    return new ScalarAveragePooling(pixels, windows);
  }

  @Override
  public void exp(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = ScalarMath.exp(x[i]);
    }
  }

  @Override
  public void log(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = ScalarMath.log(x[i]);
    }
  }

  @Override
  public void sigmoid(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = ScalarMath.sigmoid(x[i]);
    }
  }

  @Override
  public void tanh(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = ScalarMath.tanh(x[i]);
    }
  }

  @Override
  public void erf(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = ScalarMath.erf(x[i]);
    }
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
    return PlainLoops.sumOfSquares(x, 0, n);
  }

  @Override
  public double sum(float[] x, int at, int n) {
    return PlainLoops.sum(x, at, n);
  }

  @Override
  public double sumOfSquares(float[] x, int at, int n, float mean) {
    return PlainLoops.sumOfSquares(x, at, n, mean);
  }

  @Override
  public double sumOfProducts(float[] g, float[] x, int at, int n, float mean) {
    return PlainLoops.sumOfProducts(g, x, at, n, mean);
  }

  @Override
  public void normalize(float[] x, int at, int n, float mean, float scale, float shift, float[] y) {
    PlainLoops.normalize(x, at, n, mean, scale, shift, y);
  }

  @Override
  public void add(float[] x, int at, int n, float[] y) {
    PlainLoops.add(x, at, n, y);
  }

  @Override
  public void combine(boolean add, float[] g, float[] x, int at, int n, float scale, float slope, float shift, float[] y) {
    if (add) {
      PlainLoops.addCombined(g, x, at, n, scale, slope, shift, y);
    } else {
      PlainLoops.combine(g, x, at, n, scale, slope, shift, y);
    }
  }

  @Override
  public void relu(float[] x, int at, int n, float[] y) {
    PlainLoops.relu(x, at, n, y);
  }

  @Override
  public void reluGradient(boolean add, float[] y, float[] dy, int at, int n, float[] dx) {
    if (add) {
      PlainLoops.addReluGradient(y, dy, at, n, dx);
    } else {
      PlainLoops.reluGradient(y, dy, at, n, dx);
    }
  }

  @Override
  public void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n) {
    PlainLoops.adam(step, w, g, m, v, at, n);
  }

  @Override
  public long multiplyAddLoop(int rounds, float[] result) {
    return PlainLoops.multiplyAddLoop(rounds, result);
  }
}
