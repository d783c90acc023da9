package studio.backprop.kernel;

/** Stored as separate rows, whose sums are auto-vectorized. */
final class ScalarPackedMatrix implements PackedMatrix {
  private final int depth;
  private final int width;
  private final float[][] packed;
  private final ThreadLocal<ScalarProduct> scratch;

  ScalarPackedMatrix(int depth, int width, ThreadLocal<ScalarProduct> scratch) {
    this.depth = depth;
    this.width = width;
    this.packed = new float[depth][width];
    this.scratch = scratch;
  }

  @Override
  public void pack(float[] b, int at) {
    for (int p = 0; p < depth; p++) {
      System.arraycopy(b, at + p * width, packed[p], 0, width);
    }
  }

  @Override
  public void packTransposed(float[] b, int at) {
    for (int p = 0; p < depth; p++) {
      for (int j = 0; j < width; j++) {
        packed[p][j] = b[at + j * depth + p];
      }
    }
  }

  @Override
  public void addProduct(int rows, float[] a, int aAt, float[] c, int cAt) {
    float[] sum = scratch.get().sums(width);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(c, cAt + i * width, sum, 0, width);
      RowSums.add(sum, width, depth, a, aAt + i * depth, 1, packed);
      System.arraycopy(sum, 0, c, cAt + i * width, width);
    }
  }
}
