package studio.backprop.kernel;

import studio.backprop.kernel.BlockSize.Transposed;

/**
 * Scratch of one thread for matrix products with the Vector API, and its current product. The shared dimension is cut into blocks. Of each,
 * the rows of A are packed once; the columns of B are cut into panels of up to three vectors, each packed and multiplied by all rows of A
 * while in the L1 cache (Goto and van de Geijn 2008). Sums run along the shared dimension in order, so that results do not depend on blocks
 * and chunks bitwise.
 */
final class VectorProduct implements Workers.Job {
  /** Storage of A and B: row-major, one of them transposed, or B in the panels of a {@link VectorPackedMatrix}. */
  enum Form {
    PLAIN, LEFT_TRANSPOSED, RIGHT_TRANSPOSED, RIGHT_PACKED
  }

  private static final int LENGTH = ProductTile.LENGTH;
  private static final int PANEL = 3 * LENGTH;

  /** About 20 µs of work. */
  private static final long CHUNK_MULTIPLY_ADDS = 1_000_000;

  private static final int MOST_CHUNKS = 8;

  /** Limit of rows of A packed together; with the numbers of C they fit into the L2 cache. */
  private static final int MOST_ROWS = 512;

  private static final int MOST_NUMBERS = 1 << 17;

  private static final float[] ZEROS = new float[PANEL];

  private final RowTile rowTile = ProductTile.FEW_REGISTERS ? new FourRowTile() : new EightRowTile();
  private final ProductTile columnTile = ProductTile.FEW_REGISTERS ? new FourColumnTile() : new EightColumnTile();
  private ProductTile tile = rowTile;
  private float[] left = new float[0];
  private final float[] panel = new float[ProductTile.DEPTH * PANEL];
  private final float[] edge = new float[ProductTile.ROWS * PANEL];

  private ThreadLocal<VectorProduct> owners;
  private Form form;
  private boolean add;
  private int m;
  private int n;
  private int k;
  private float[] a;
  private int aAt;
  private int aStride;
  private float[] b;
  private int bAt;
  private int bStride;
  private float[] bias;
  private int biasAt;
  private float[] c;
  private int cAt;
  private int cStride;
  private int chunkRows;
  private int chunkColumns;

  /** C (+)= A·B + bias, in parallel; matrices are contiguous. */
  void multiply(Workers workers, ThreadLocal<VectorProduct> owners, Form form, boolean add, int m, int n, int k,
      float[] a, int aAt, float[] b, int bAt, float[] bias, int biasAt, float[] c, int cAt) {
    takeSize(form, m, n, k, form == Form.LEFT_TRANSPOSED ? m : k, form == Form.RIGHT_TRANSPOSED ? k : n, n);
    takeNumbers(add, a, aAt, b, bAt, c, cAt);
    this.owners = owners;
    this.bias = bias;
    this.biasAt = biasAt;
    workers.run(cut(workers.threads()), this);
    forget();
  }

  /** C (+)= A·B on the calling thread. */
  void multiply(BlockSize size, boolean add, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    Form stored = size.transposed() == Transposed.LEFT ? Form.LEFT_TRANSPOSED
        : size.transposed() == Transposed.RIGHT ? Form.RIGHT_TRANSPOSED : Form.PLAIN;
    takeSize(stored, size.m(), size.n(), size.k(), size.aStride(), size.bStride(), size.cStride());
    takeNumbers(add, a, aAt, b, bAt, c, cAt);
    multiplyPart(0, m, 0, n);
    forget();
  }

  /** C += A·B on the calling thread; B: [k, n], in panels. */
  void addPacked(int m, int n, int k, float[] a, int aAt, float[] panels, float[] c, int cAt) {
    takeSize(Form.RIGHT_PACKED, m, n, k, k, n, n);
    takeNumbers(true, a, aAt, panels, 0, c, cAt);
    multiplyPart(0, m, 0, n);
    forget();
  }

  private void takeSize(Form form, int m, int n, int k, int aStride, int bStride, int cStride) {
    this.form = form;
    this.m = m;
    this.n = n;
    this.k = k;
    this.aStride = aStride;
    this.bStride = bStride;
    this.cStride = cStride;
  }

  private void takeNumbers(boolean add, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    this.add = add;
    this.a = a;
    this.aAt = aAt;
    this.b = b;
    this.bAt = bAt;
    this.c = c;
    this.cAt = cAt;
    bias = null;
  }

  private void forget() {
    a = null;
    b = null;
    bias = null;
    c = null;
  }

  /**
   * A single thread takes all at once. Several cut the longer dimension first, as each chunk packs its part of both factors; but B's
   * columns where packing must transpose them.
   */
  private int cut(int threads) {
    int wanted = threads == 1 ? 1 : (int) Math.max(1, Math.min(MOST_CHUNKS, (long) m * n * k / CHUNK_MULTIPLY_ADDS));
    int rowChunks = Math.min(wanted, Math.max(1, m / (4 * ProductTile.ROWS)));
    int columnChunks = Math.min(wanted, Math.max(1, n / PANEL));
    if (m > n && form != Form.RIGHT_TRANSPOSED) {
      columnChunks = Math.min(columnChunks, Math.max(1, wanted / rowChunks));
    } else {
      rowChunks = Math.min(rowChunks, Math.max(1, wanted / columnChunks));
    }
    chunkRows = part(m, rowChunks, ProductTile.SIDE);
    chunkColumns = part(n, columnChunks, LENGTH);
    return parts(m, chunkRows) * parts(n, chunkColumns);
  }

  private static int part(int size, int parts, int step) {
    return Math.max(1, parts((size + parts - 1) / parts, step)) * step;
  }

  private static int parts(int size, int part) {
    return (size + part - 1) / part;
  }

  @Override
  public void run(int chunk) {
    int columnChunks = parts(n, chunkColumns);
    int row = chunk / columnChunks * chunkRows;
    int column = chunk % columnChunks * chunkColumns;
    VectorProduct own = owners.get();
    own.takeJob(this);
    own.multiplyPart(row, Math.min(m, row + chunkRows), column, Math.min(n, column + chunkColumns));
    if (own != this) {
      own.forget();
    }
  }

  /** Copies the caller's fields: read for every tile, they would share cache lines with what the caller writes (false sharing). */
  private void takeJob(VectorProduct job) {
    if (job == this) {
      return;
    }
    takeSize(job.form, job.m, job.n, job.k, job.aStride, job.bStride, job.cStride);
    takeNumbers(job.add, job.a, job.aAt, job.b, job.bAt, job.c, job.cAt);
    bias = job.bias;
    biasAt = job.biasAt;
  }

  /** Computes a submatrix of the result. */
  private void multiplyPart(int firstRow, int endRow, int firstColumn, int endColumn) {
    int depth = MatrixPanels.depth(k);
    tile = form == Form.LEFT_TRANSPOSED ? columnTile : rowTile;
    int most = rowsTogether(endColumn - firstColumn);
    for (int row = firstRow; row < endRow; row += most) {
      int rows = Math.min(most, endRow - row);
      int step = 0;
      do {
        tile.k = Math.min(depth, k - step);
        takeLeft(row, rows, step);
        for (int column = firstColumn; column < endColumn;) {
          int width = MatrixPanels.width(endColumn - column);
          boolean packing = form == Form.PLAIN && width > LENGTH && width % LENGTH == 0;
          takePanel(packing, column, width, step);
          multiplyPanel(packing, row, rows, column, width, step);
          column += width;
        }
        step += depth;
      } while (step < k);
    }
  }

  private static int rowsTogether(int columns) {
    return Math.max(4 * ProductTile.SIDE, Math.min(MOST_ROWS, MOST_NUMBERS / Math.max(1, columns)) / ProductTile.SIDE * ProductTile.SIDE);
  }

  private void takeLeft(int row, int rows, int step) {
    int tall = parts(rows, ProductTile.SIDE) * ProductTile.SIDE;
    if (left.length < tall * ProductTile.DEPTH) {
      left = new float[tall * ProductTile.DEPTH];
    }
    tile.a = left;
    if (form == Form.LEFT_TRANSPOSED) {
      int at = aAt + step * aStride + row;
      for (int r = 0; r < rows; r += ProductTile.SIDE) {
        int wide = Math.min(ProductTile.SIDE, rows - r);
        MatrixPanels.pack(a, at + r, aStride, wide, left, r * tile.k, ProductTile.SIDE, tile.k);
      }
    } else {
      MatrixPanels.packRows(a, aAt + row * aStride + step, aStride, rows, left, tile.k);
    }
  }

  /** Packs a panel, unless the first tile does so or it is packed already. */
  private void takePanel(boolean packing, int column, int width, int step) {
    if (form == Form.RIGHT_PACKED) {
      tile.b = b;
      tile.bAt = step * MatrixPanels.padded(n) + column * tile.k;
      return;
    }
    if (packing) {
      rowTile.b = b;
      rowTile.bAt = bAt + step * bStride + column;
      rowTile.bStride = bStride;
      rowTile.panel = panel;
      return;
    }
    tile.b = panel;
    tile.bAt = 0;
    if (form == Form.RIGHT_TRANSPOSED) {
      int at = bAt + column * bStride + step;
      MatrixPanels.packTransposed(b, at, bStride, width, panel, 0, MatrixPanels.padded(width), tile.k);
    } else {
      int at = bAt + step * bStride + column;
      MatrixPanels.pack(b, at, bStride, width, panel, 0, MatrixPanels.padded(width), tile.k);
    }
  }

  /** Adds the product of a panel of B to some rows. */
  private void multiplyPanel(boolean packing, int firstRow, int rows, int column, int width, int step) {
    for (int r = 0; r < rows; r += ProductTile.ROWS) {
      tile.last = Math.min(ProductTile.ROWS, rows - r) - 1;
      tile.aAt = form == Form.LEFT_TRANSPOSED
          ? r / ProductTile.SIDE * ProductTile.SIDE * tile.k + r % ProductTile.SIDE : r * ProductTile.DEPTH;
      int at = cAt + (firstRow + r) * cStride + column;
      takeStart(at, column, step);
      if (width % LENGTH == 0) {
        tile.c = c;
        tile.cAt = at;
        tile.cStride = cStride;
        if (packing && r == 0) {
          rowTile.runPacking(width);
        } else {
          tile.run(width);
        }
      } else {
        takeEdge(width);
        tile.run(width);
        copyRows(edge, 0, tile.cStride, c, at, cStride, tile.last + 1, width);
      }
    }
  }

  private void takeStart(int at, int column, int step) {
    if (add || step > 0) {
      tile.start = c;
      tile.startAt = at;
      tile.startStride = cStride;
    } else if (bias != null) {
      tile.start = bias;
      tile.startAt = biasAt + column;
      tile.startStride = 0;
    } else {
      tile.start = ZEROS;
      tile.startAt = 0;
      tile.startStride = 0;
    }
  }

  /** At the right edge the tile works in full-width scratch, of which the existing columns are copied. */
  private void takeEdge(int width) {
    int panelWidth = MatrixPanels.padded(width);
    if (tile.start != ZEROS) {
      copyRows(tile.start, tile.startAt, tile.startStride, edge, 0, panelWidth, tile.last + 1, width);
      tile.start = edge;
      tile.startAt = 0;
      tile.startStride = panelWidth;
    }
    tile.c = edge;
    tile.cAt = 0;
    tile.cStride = panelWidth;
  }

  static void copyRows(float[] from, int fromAt, int fromStride, float[] to, int toAt, int toStride, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        to[toAt + i * toStride + j] = from[fromAt + i * fromStride + j];
      }
    }
  }
}
