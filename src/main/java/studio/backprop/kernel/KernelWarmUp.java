package studio.backprop.kernel;

/**
 * JIT warm-up: calls each kernel until it is compiled. Interpreted vector code allocates objects and is a hundred times slower, so this
 * runs in the background after the window is open. Uses the smallest sizes that reach every inner loop.
 */
final class KernelWarmUp implements Runnable {
  /**
   * C2 compiles after 600 calls and 15,000 loop iterations; the program is started with a tenth of that for this package. Further rounds
   * give its queue time.
   */
  private static final int ROUNDS = 150;

  private static final int SIDE = 32;
  private static final int BATCH = 16;

  private final Kernels kernels;
  private final float[] a = new float[1 << 14];
  private final float[] b = new float[1 << 14];
  private final float[] c = new float[1 << 14];
  private final AdamStep adam = new AdamStep(0.9, 0.999, 1e-8);

  KernelWarmUp(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public void run() {
    // together they cover output channels in eights, sixes, fours and twos for each kind of tile, and four sizes of gradient tile
    Convolution[] convolutions = {
        kernels.convolution(new ConvSize(BATCH, 2, 4, 4, 12, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1), kernels.lanes(), true),
        kernels.convolution(new ConvSize(BATCH, 6, 6, 6, 6, 3, 3, 1, 1, 0, 0, 0, 0, 1, 1, 1), kernels.lanes(), false),
        kernels.convolution(new ConvSize(BATCH, 10, 4, 4, 6, 5, 5, 1, 1, 2, 2, 2, 2, 1, 1, 1), kernels.lanes(), false),
        kernels.convolution(new ConvSize(BATCH, 12, 4, 4, 14, 2, 2, 2, 2, 0, 0, 0, 0, 1, 1, 1), kernels.lanes(), false)};
    // two more sizes of gradient tile
    Convolution oddRows = kernels.convolution(new ConvSize(BATCH, 1, 3, 3, 8, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1), kernels.lanes(), false);
    Convolution fiveTaps = kernels.convolution(new ConvSize(BATCH, 1, 6, 6, 4, 5, 5, 1, 1, 0, 0, 0, 0, 1, 1, 1), kernels.lanes(), false);
    int[][] windows = {{0, 1, 4, 5}, {2, 3, 6, 7}, {8, 9, 12, 13}, {10, 11, 14, 15}};
    Pooling largest = kernels.maxPooling(kernels.lanes(), 16, windows);
    Pooling average = kernels.averagePooling(kernels.lanes(), 16, windows);
    PackedMatrix packed = kernels.packed(SIDE, SIDE);
    ValuesAndGrads all = new ValuesAndGrads(c, c);
    Recurrence lstm = kernels.lstm(new LstmNumbers(all, all, all, all, all, c, all));
    Recurrence gru = kernels.gru(new GruNumbers(all, all, all, all, all));
    Runnable images = () -> {
      for (Convolution convolution : convolutions) {
        convolve(convolution);
      }
      oddRows.backward(a, b, a, a, null, false, c, null);
      fiveTaps.backward(a, b, a, a, null, false, c, null);
      pool(largest);
      pool(average);
      multiply(5 * SIDE / 2);
      multiply(SIDE / 2 - 6);
      rearrange();
      kernels.adam(adam, a, b, c, c, 0, a.length);
    };
    // kernels for images first: there are many, and Play may be pressed soon
    for (int round = 0; round < ROUNDS; round++) {
      images.run();
    }
    for (int round = 0; round < ROUNDS; round++) {
      images.run();
      applyFunctions();
      recur(packed, lstm);
      recur(packed, gru);
    }
  }

  /** Panels of three and two vectors, or of one. Few rows at a time for the tile that packs, as it is only the first of each product. */
  private void multiply(int columns) {
    for (int rows = 0; rows < SIDE; rows += SIDE / 4) {
      kernels.affine(SIDE / 4, columns, SIDE, a, 0, b, 0, b, 0, c, 0);
    }
    kernels.multiplyLeftTransposed(true, SIDE, columns, SIDE, a, 0, b, 0, c, 0);
    kernels.multiplyRightTransposed(true, SIDE, columns, SIDE, a, 0, b, 0, c, 0);
  }

  private void applyFunctions() {
    int n = 16 * BATCH;
    kernels.exp(a, c, n);
    kernels.log(b, c, n);
    kernels.sigmoid(a, c, n);
    kernels.tanh(a, c, n);
    kernels.erf(a, c, n);
    kernels.softmaxRows(a, c, BATCH, 16);
  }

  private void convolve(Convolution convolution) {
    convolution.forward(a, b, b, c);
    convolution.backward(a, b, a, a, c, true, c, c);
    convolution.backward(a, b, a, a, c, false, c, c);
  }

  private void recur(PackedMatrix packed, Recurrence step) {
    packed.packTransposed(a, 0);
    packed.addProduct(BATCH, a, 0, c, 0);
    step.forward(0, 0, SIDE * BATCH, SIDE * BATCH);
    step.backward(0, 0, SIDE * BATCH, SIDE * BATCH);
  }

  private void pool(Pooling pooling) {
    pooling.forward(0, 6, a, c);
    pooling.backward(0, 6, a, b, b, c, false);
  }

  private void rearrange() {
    if (kernels.lanes() > 1) {
      LaneOrder arrangement = kernels.arrangement(kernels.lanes(), 40);
      arrangement.toLanes(a, c);
      arrangement.toRows(c, b);
    }
  }
}
