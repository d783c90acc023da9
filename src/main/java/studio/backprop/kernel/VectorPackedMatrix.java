package studio.backprop.kernel;

/** Stored block by block in the panels that {@link VectorProduct} would otherwise pack for every product. */
final class VectorPackedMatrix implements PackedMatrix {
  private final int depth;
  private final int width;
  private final int blockDepth;
  private final float[] panels;
  private final ThreadLocal<VectorProduct> products;

  VectorPackedMatrix(int depth, int width, ThreadLocal<VectorProduct> products) {
    this.depth = depth;
    this.width = width;
    this.blockDepth = MatrixPanels.depth(depth);
    this.panels = new float[depth * MatrixPanels.padded(width)];
    this.products = products;
  }

  @Override
  public void pack(float[] b, int at) {
    for (int step = 0; step < depth; step += blockDepth) {
      int deep = Math.min(blockDepth, depth - step);
      for (int column = 0, wide; column < width; column += wide) {
        wide = MatrixPanels.width(width - column);
        MatrixPanels.pack(b, at + step * width + column, width, wide, panels, place(step, column, deep), MatrixPanels.padded(wide), deep);
      }
    }
  }

  @Override
  public void packTransposed(float[] b, int at) {
    for (int step = 0; step < depth; step += blockDepth) {
      int deep = Math.min(blockDepth, depth - step);
      for (int column = 0, wide; column < width; column += wide) {
        wide = MatrixPanels.width(width - column);
        int from = at + column * depth + step;
        MatrixPanels.packTransposed(b, from, depth, wide, panels, place(step, column, deep), MatrixPanels.padded(wide), deep);
      }
    }
  }

  private int place(int step, int column, int deep) {
    return step * MatrixPanels.padded(width) + column * deep;
  }

  @Override
  public void addProduct(int rows, float[] a, int aAt, float[] c, int cAt) {
    products.get().addPacked(rows, width, depth, a, aAt, panels, c, cAt);
  }
}
