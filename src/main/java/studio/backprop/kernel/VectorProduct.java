package studio.backprop.kernel;

/**
 * One thread's scratch for matrix products with the Vector API, and the product it is working on. The columns of B are cut into panels of
 * two vectors; a panel is copied so that its rows follow each other, and all rows of A then pass over it while it lies in the near cache
 * (Goto and van de Geijn 2008). The result is cut into chunks by its size alone.
 */
final class VectorProduct implements Workers.Job {
  /** How A and B are stored. */
  enum Form {
    PLAIN, LEFT_TRANSPOSED, RIGHT_TRANSPOSED
  }

  private static final int LENGTH = ProductTile.LENGTH;
  private static final int PANEL = 2 * LENGTH;

  /** About 20 µs of work. */
  private static final long CHUNK_MULTIPLY_ADDS = 1_000_000;

  private static final int MOST_CHUNKS = 16;

  /** Rows of a panel that stay in the near cache together. */
  private static final int DEPTH = 512;

  /** With fewer rows than this, full panels of B are read where they lie: packing them would cost more than it saves. */
  private static final int ROWS_WORTH_PACKING = 48;

  private static final float[] ZEROS = new float[PANEL];

  private final ProductTile tile = ProductTile.create();
  private float[] panel = new float[0];
  private float[] lastRows = new float[0];
  private final float[] edge = new float[ProductTile.ROWS * PANEL];

  private ThreadLocal<VectorProduct> owners;
  private Form form;
  private boolean add;
  private int m;
  private int n;
  private int k;
  private float[] a;
  private int aAt;
  private float[] b;
  private int bAt;
  private float[] bias;
  private int biasAt;
  private float[] c;
  private int cAt;
  private int panelChunks;
  private int chunkPanels;
  private int chunkRows;

  void multiply(Workers workers, ThreadLocal<VectorProduct> owners, Form form, boolean add, int m, int n, int k,
      float[] a, int aAt, float[] b, int bAt, float[] bias, int biasAt, float[] c, int cAt) {
    this.owners = owners;
    this.form = form;
    this.add = add;
    this.m = m;
    this.n = n;
    this.k = k;
    this.a = a;
    this.aAt = aAt;
    this.b = b;
    this.bAt = bAt;
    this.bias = bias;
    this.biasAt = biasAt;
    this.c = c;
    this.cAt = cAt;
    workers.run(cut(), this);
    this.a = null;
    this.b = null;
    this.bias = null;
    this.c = null;
  }

  /** Chunks of whole panels first, because a panel is then packed once; of rows too where there are too few panels. */
  private int cut() {
    int wanted = (int) Math.max(1, Math.min(MOST_CHUNKS, (long) m * n * k / CHUNK_MULTIPLY_ADDS));
    int panels = (n + PANEL - 1) / PANEL;
    chunkPanels = (panels + wanted - 1) / wanted;
    panelChunks = (panels + chunkPanels - 1) / chunkPanels;
    int rowChunks = Math.max(1, wanted / panelChunks);
    int tiles = (m + ProductTile.ROWS - 1) / ProductTile.ROWS;
    chunkRows = (tiles + rowChunks - 1) / rowChunks * ProductTile.ROWS;
    return panelChunks * ((m + chunkRows - 1) / chunkRows);
  }

  @Override
  public void run(int chunk) {
    VectorProduct own = owners.get();
    int firstRow = chunk / panelChunks * chunkRows;
    int endRow = Math.min(m, firstRow + chunkRows);
    int firstColumn = chunk % panelChunks * chunkPanels * PANEL;
    int endColumn = Math.min(n, firstColumn + chunkPanels * PANEL);
    for (int column = firstColumn; column < endColumn; column += PANEL) {
      int width = Math.min(PANEL, endColumn - column);
      for (int depth = 0; depth < k; depth += DEPTH) {
        own.multiplyPanel(this, firstRow, endRow, column, width, depth, Math.min(DEPTH, k - depth));
      }
    }
  }

  /** What one panel of B adds to some rows of {@code job}'s result, with this thread's scratch. */
  private void multiplyPanel(VectorProduct job, int firstRow, int endRow, int column, int width, int depth, int deep) {
    boolean narrow = width <= LENGTH;
    tile.k = deep;
    takePanel(job, endRow - firstRow, column, width, depth, narrow ? LENGTH : PANEL);
    for (int row = firstRow; row < endRow; row += ProductTile.ROWS) {
      tile.last = Math.min(ProductTile.ROWS, endRow - row) - 1;
      takeRows(job, row, depth);
      int cAt = job.cAt + row * job.n + column;
      if (width % LENGTH == 0) {
        takeStart(job, cAt, column, depth);
        tile.c = job.c;
        tile.cAt = cAt;
        tile.cStride = job.n;
        runTile(job.form, narrow);
      } else {
        takeEdge(job, cAt, column, width, depth, narrow ? LENGTH : PANEL);
        runTile(job.form, narrow);
        copyRows(edge, 0, tile.cStride, job.c, cAt, job.n, tile.last + 1, width);
      }
    }
  }

  private void runTile(Form form, boolean narrow) {
    if (form == Form.LEFT_TRANSPOSED) {
      if (narrow) {
        tile.transposedOne();
      } else {
        tile.transposedTwo();
      }
    } else if (narrow) {
      tile.plainOne();
    } else {
      tile.plainTwo();
    }
  }

  private void takePanel(VectorProduct job, int rows, int column, int width, int depth, int panelWidth) {
    if (job.form != Form.RIGHT_TRANSPOSED && rows < ROWS_WORTH_PACKING && width == panelWidth) {
      tile.b = job.b;
      tile.bAt = job.bAt + depth * job.n + column;
      tile.bStride = job.n;
      return;
    }
    if (panel.length < tile.k * panelWidth) {
      panel = new float[tile.k * panelWidth];
    }
    if (job.form == Form.RIGHT_TRANSPOSED) {
      MatrixPanels.packTransposed(job.b, job.bAt + column * job.k + depth, job.k, width, panel, 0, panelWidth, tile.k);
    } else {
      MatrixPanels.pack(job.b, job.bAt + depth * job.n + column, job.n, width, panel, 0, panelWidth, tile.k);
    }
    tile.b = panel;
    tile.bAt = 0;
    tile.bStride = panelWidth;
  }

  private void takeRows(VectorProduct job, int row, int depth) {
    if (job.form != Form.LEFT_TRANSPOSED) {
      tile.a = job.a;
      tile.aAt = job.aAt + row * job.k + depth;
      tile.aStride = job.k;
    } else if (tile.last == ProductTile.ROWS - 1) {
      tile.a = job.a;
      tile.aAt = job.aAt + depth * job.m + row;
      tile.aStride = job.m;
    } else {
      if (lastRows.length < tile.k * ProductTile.ROWS) {
        lastRows = new float[tile.k * ProductTile.ROWS];
      }
      copyRows(job.a, job.aAt + depth * job.m + row, job.m, lastRows, 0, ProductTile.ROWS, tile.k, tile.last + 1);
      tile.a = lastRows;
      tile.aAt = 0;
      tile.aStride = ProductTile.ROWS;
    }
  }

  private void takeStart(VectorProduct job, int cAt, int column, int depth) {
    if (job.add || depth > 0) {
      tile.start = job.c;
      tile.startAt = cAt;
      tile.startStride = job.n;
    } else if (job.bias != null) {
      tile.start = job.bias;
      tile.startAt = job.biasAt + column;
      tile.startStride = 0;
    } else {
      tile.start = ZEROS;
      tile.startAt = 0;
      tile.startStride = 0;
    }
  }

  /** At the right edge the tile works in scratch of its full width, and only the columns that exist are copied. */
  private void takeEdge(VectorProduct job, int cAt, int column, int width, int depth, int panelWidth) {
    takeStart(job, cAt, column, depth);
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
