package studio.backprop.kernel;

/** Benchmark of a product of two random matrices. */
public final class TimedProduct {
  private final Kernels kernels;
  private final int rows;
  private final int columns;
  private final int depth;
  private final float[] a;
  private final float[] b;
  private final float[] c;

  public TimedProduct(Kernels kernels, int rows, int columns, int depth) {
    this.kernels = kernels;
    this.rows = rows;
    this.columns = columns;
    this.depth = depth;
    RandomNumbers numbers = new RandomNumbers();
    this.a = numbers.normal(rows * depth);
    this.b = numbers.normal(depth * columns);
    this.c = new float[rows * columns];
  }

  /** C = A·B, the form of a dense layer's forward pass. */
  public float[] plain() {
    kernels.multiply(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return c;
  }

  /** C = Aᵀ·B, the form of its weight gradient. */
  public float[] leftTransposed() {
    kernels.multiplyLeftTransposed(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return c;
  }

  /** C = A·Bᵀ, the form of its input gradient. */
  public float[] rightTransposed() {
    kernels.multiplyRightTransposed(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return c;
  }

  public long multiplyAdds() {
    return (long) rows * columns * depth;
  }
}
