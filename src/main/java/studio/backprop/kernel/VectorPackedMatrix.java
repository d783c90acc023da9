package studio.backprop.kernel;

/** In panels two vectors wide, each followed by the next: what {@link VectorProduct} would copy for every product. */
final class VectorPackedMatrix implements PackedMatrix {
  /** One thread's tile. */
  static final class Scratch {
    private final ProductTile tile = ProductTile.create();
    private final float[] edge = new float[ProductTile.ROWS * PANEL];
  }

  private static final int LENGTH = ProductTile.LENGTH;
  private static final int PANEL = 2 * LENGTH;

  private final int depth;
  private final int width;
  private final float[] panels;
  private final ThreadLocal<Scratch> scratch;

  VectorPackedMatrix(int depth, int width, ThreadLocal<Scratch> scratch) {
    this.depth = depth;
    this.width = width;
    this.panels = new float[depth * ((width + LENGTH - 1) / LENGTH) * LENGTH];
    this.scratch = scratch;
  }

  @Override
  public void pack(float[] b, int at) {
    for (int column = 0; column < width; column += PANEL) {
      MatrixPanels.pack(b, at + column, width, wide(column), panels, column * depth, panelWidth(column), depth);
    }
  }

  @Override
  public void packTransposed(float[] b, int at) {
    for (int column = 0; column < width; column += PANEL) {
      MatrixPanels.packTransposed(b, at + column * depth, depth, wide(column), panels, column * depth, panelWidth(column), depth);
    }
  }

  /** Columns of the panel that starts at this column. */
  private int wide(int column) {
    return Math.min(PANEL, width - column);
  }

  private int panelWidth(int column) {
    return width - column <= LENGTH ? LENGTH : PANEL;
  }

  @Override
  public void addProduct(int rows, float[] a, int aAt, float[] c, int cAt) {
    Scratch own = scratch.get();
    ProductTile tile = own.tile;
    tile.k = depth;
    tile.a = a;
    tile.aStride = depth;
    tile.b = panels;
    for (int column = 0; column < width; column += PANEL) {
      tile.bAt = column * depth;
      tile.bStride = panelWidth(column);
      for (int row = 0; row < rows; row += ProductTile.ROWS) {
        tile.last = Math.min(ProductTile.ROWS, rows - row) - 1;
        tile.aAt = aAt + row * depth;
        addTile(tile, own.edge, wide(column), c, cAt + row * width + column);
      }
    }
  }

  private void addTile(ProductTile tile, float[] edge, int wide, float[] c, int cAt) {
    if (wide % LENGTH == 0) {
      into(tile, c, cAt, width);
    } else {
      VectorProduct.copyRows(c, cAt, width, edge, 0, tile.bStride, tile.last + 1, wide);
      into(tile, edge, 0, tile.bStride);
      VectorProduct.copyRows(edge, 0, tile.bStride, c, cAt, width, tile.last + 1, wide);
    }
  }

  private static void into(ProductTile tile, float[] c, int cAt, int stride) {
    tile.start = c;
    tile.startAt = cAt;
    tile.startStride = stride;
    tile.c = c;
    tile.cAt = cAt;
    tile.cStride = stride;
    if (tile.bStride == LENGTH) {
      tile.plainOne();
    } else {
      tile.plainTwo();
    }
  }
}
