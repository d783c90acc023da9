package studio.backprop.kernel;

import studio.backprop.kernel.BlockSize.Transposed;

/** With the tiles of {@link VectorProduct}: where full vectors of B lie side by side they are read in place, otherwise copied. */
final class VectorBlockProduct implements BlockProduct {
  /** One thread's tile, and room for what does not fill it. */
  static final class Scratch {
    private final ProductTile tile = ProductTile.create();
    private final float[] edge = new float[ProductTile.ROWS * PANEL];
    private float[] panel = new float[0];
    private float[] lastRows = new float[0];
  }

  private static final int LENGTH = ProductTile.LENGTH;
  private static final int PANEL = 2 * LENGTH;
  private static final float[] ZEROS = new float[PANEL];

  private final BlockSize size;
  private final ThreadLocal<Scratch> scratch;

  VectorBlockProduct(BlockSize size, ThreadLocal<Scratch> scratch) {
    this.size = size;
    this.scratch = scratch;
  }

  @Override
  public void multiply(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    run(false, a, aAt, b, bAt, c, cAt);
  }

  @Override
  public void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    run(true, a, aAt, b, bAt, c, cAt);
  }

  private void run(boolean add, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    Scratch own = scratch.get();
    own.tile.k = size.k();
    for (int column = 0; column < size.n(); column += PANEL) {
      int width = Math.min(PANEL, size.n() - column);
      int panelWidth = width <= LENGTH ? LENGTH : PANEL;
      takePanel(own, b, bAt, column, width, panelWidth);
      for (int row = 0; row < size.m(); row += ProductTile.ROWS) {
        own.tile.last = Math.min(ProductTile.ROWS, size.m() - row) - 1;
        takeRows(own, a, aAt, row);
        int at = cAt + row * size.cStride() + column;
        if (width == panelWidth) {
          into(own.tile, add, c, at, size.cStride(), panelWidth);
        } else {
          intoEdge(own, add, c, at, width, panelWidth);
        }
      }
    }
  }

  private void takePanel(Scratch own, float[] b, int bAt, int column, int width, int panelWidth) {
    ProductTile tile = own.tile;
    boolean turned = size.transposed() == Transposed.RIGHT;
    if (!turned && width == panelWidth) {
      tile.b = b;
      tile.bAt = bAt + column;
      tile.bStride = size.bStride();
      return;
    }
    if (own.panel.length < size.k() * PANEL) {
      own.panel = new float[size.k() * PANEL];
    }
    if (turned) {
      MatrixPanels.packTransposed(b, bAt + column * size.bStride(), size.bStride(), width, own.panel, 0, panelWidth, size.k());
    } else {
      MatrixPanels.pack(b, bAt + column, size.bStride(), width, own.panel, 0, panelWidth, size.k());
    }
    tile.b = own.panel;
    tile.bAt = 0;
    tile.bStride = panelWidth;
  }

  private void takeRows(Scratch own, float[] a, int aAt, int row) {
    ProductTile tile = own.tile;
    if (size.transposed() != Transposed.LEFT) {
      tile.a = a;
      tile.aAt = aAt + row * size.aStride();
      tile.aStride = size.aStride();
    } else if (tile.last == ProductTile.ROWS - 1) {
      tile.a = a;
      tile.aAt = aAt + row;
      tile.aStride = size.aStride();
    } else {
      if (own.lastRows.length < size.k() * ProductTile.ROWS) {
        own.lastRows = new float[size.k() * ProductTile.ROWS];
      }
      VectorProduct.copyRows(a, aAt + row, size.aStride(), own.lastRows, 0, ProductTile.ROWS, size.k(), tile.last + 1);
      tile.a = own.lastRows;
      tile.aAt = 0;
      tile.aStride = ProductTile.ROWS;
    }
  }

  private void into(ProductTile tile, boolean add, float[] c, int cAt, int cStride, int panelWidth) {
    tile.start = add ? c : ZEROS;
    tile.startAt = add ? cAt : 0;
    tile.startStride = add ? cStride : 0;
    tile.c = c;
    tile.cAt = cAt;
    tile.cStride = cStride;
    boolean narrow = panelWidth == LENGTH;
    if (size.transposed() == Transposed.LEFT) {
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

  private void intoEdge(Scratch own, boolean add, float[] c, int cAt, int width, int panelWidth) {
    int rows = own.tile.last + 1;
    if (add) {
      VectorProduct.copyRows(c, cAt, size.cStride(), own.edge, 0, panelWidth, rows, width);
    }
    into(own.tile, add, own.edge, 0, panelWidth, panelWidth);
    VectorProduct.copyRows(own.edge, 0, panelWidth, c, cAt, size.cStride(), rows, width);
  }
}
