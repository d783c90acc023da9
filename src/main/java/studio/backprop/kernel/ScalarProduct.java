package studio.backprop.kernel;

import java.util.Arrays;

/**
 * Scratch of one thread for matrix products in plain Java, and its current product. The right factor is copied into separate rows; each row
 * of the result is a weighted sum of them.
 */
final class ScalarProduct implements Workers.Job {
  /** About 20 µs of work in plain Java. */
  private static final long CHUNK_MULTIPLY_ADDS = 60_000;

  private static final int MOST_CHUNKS = 16;

  private float[][] rows = new float[0][];
  private float[] sum = new float[0];

  private ThreadLocal<ScalarProduct> owners;
  private boolean add;
  private int m;
  private int n;
  private int k;
  private float[] a;
  private int aAt;
  private int aRow;
  private int aColumn;
  private float[] bias;
  private int biasAt;
  private float[] c;
  private int cAt;
  private int chunkRows;

  /** Packs B: [k, n]. */
  void pack(int n, int k, float[] b, int bAt) {
    rows = RowSums.atLeast(rows, k, n);
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, bAt + p * n, rows[p], 0, n);
    }
  }

  /** Packs the transpose of B: [n, k]. */
  void packTransposed(int n, int k, float[] b, int bAt) {
    rows = RowSums.atLeast(rows, k, n);
    for (int p = 0; p < k; p++) {
      packColumn(rows[p], n, b, bAt + p, k);
    }
  }

  private static void packColumn(float[] to, int n, float[] b, int at, int step) {
    for (int j = 0; j < n; j++) {
      to[j] = b[at + j * step];
    }
  }

  /** Multiplies A, read with the given strides, by the packed matrix. Each row of C starts from the bias, if any, else from C or 0. */
  void multiply(
      Workers workers, ThreadLocal<ScalarProduct> owners, boolean add, int m, int n, int k, float[] a, int aAt, int aRow, int aColumn,
      float[] bias, int biasAt, float[] c, int cAt) {
    this.owners = owners;
    this.add = add;
    this.m = m;
    this.n = n;
    this.k = k;
    this.a = a;
    this.aAt = aAt;
    this.aRow = aRow;
    this.aColumn = aColumn;
    this.bias = bias;
    this.biasAt = biasAt;
    this.c = c;
    this.cAt = cAt;
    int wanted = (int) Math.max(1, Math.min(MOST_CHUNKS, (long) m * n * k / CHUNK_MULTIPLY_ADDS));
    chunkRows = (m + wanted - 1) / wanted;
    workers.run((m + chunkRows - 1) / chunkRows, this);
    this.a = null;
    this.bias = null;
    this.c = null;
  }

  @Override
  public void run(int chunk) {
    float[] own = owners.get().sums(n);
    int last = Math.min(m, (chunk + 1) * chunkRows);
    for (int i = chunk * chunkRows; i < last; i++) {
      start(own, cAt + i * n);
      RowSums.add(own, n, k, a, aAt + i * aRow, aColumn, rows);
      System.arraycopy(own, 0, c, cAt + i * n, n);
    }
  }

  private void start(float[] own, int at) {
    if (bias != null) {
      System.arraycopy(bias, biasAt, own, 0, n);
    } else if (add) {
      System.arraycopy(c, at, own, 0, n);
    } else {
      Arrays.fill(own, 0, n, 0f);
    }
  }

  float[] sums(int length) {
    if (sum.length < length) {
      sum = new float[length];
    }
    return sum;
  }
}
