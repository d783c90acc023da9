package studio.backprop.kernel;

/** With the panels and tiles of {@link VectorProduct}, on the calling thread. */
final class VectorBlockProduct implements BlockProduct {
  private final BlockSize size;
  private final ThreadLocal<VectorProduct> products;

  VectorBlockProduct(BlockSize size, ThreadLocal<VectorProduct> products) {
    this.size = size;
    this.products = products;
  }

  @Override
  public void multiply(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    products.get().multiply(size, false, a, aAt, b, bAt, c, cAt);
  }

  @Override
  public void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    products.get().multiply(size, true, a, aAt, b, bAt, c, cAt);
  }
}
