package studio.backprop.tensor;

import java.util.Arrays;

/**
 * Numbers and, beside each, its gradient ∂L/∂value. The first axis is the batch (1 for a parameter), the others are the shape. How the
 * numbers are stored is the plan's affair: read them with {@link #get}, {@link #gradAt} or a row-major copy. The bare arrays of
 * {@link #values()} and {@link #grads()} are for ops and kernels.
 */
public final class Tensor {
  private final String name;
  private final int rows;
  private final Shape shape;
  private final float[] values;
  private final float[] grads;

  /**
   * @param name what the inspector calls it, such as {@code weight} or {@code output}
   * @param rows examples in the batch, at least 1
   * @param shape of one example
   * @param withGrad whether a gradient is kept; inputs and targets need none
   */
  public Tensor(String name, int rows, Shape shape, boolean withGrad) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, but was " + rows);
    }
    this.name = name;
    this.rows = rows;
    this.shape = shape;
    int count = Math.toIntExact(Math.multiplyExact(rows, shape.count()));
    this.values = new float[count];
    this.grads = withGrad ? new float[count] : null;
  }

  private Tensor(String name, Tensor of, Shape shape) {
    this.name = name;
    this.rows = of.rows;
    this.shape = shape;
    this.values = of.values;
    this.grads = of.grads;
  }

  /** The same numbers and gradients under another shape of equal count: what Flatten and Reshape give. */
  public Tensor reshaped(String newName, Shape newShape) {
    if (newShape.count() != shape.count()) {
      throw new IllegalArgumentException("cannot read " + shape + " as " + newShape + ": the counts differ");
    }
    return new Tensor(newName, this, newShape);
  }

  public String name() {
    return name;
  }

  public int rows() {
    return rows;
  }

  public Shape shape() {
    return shape;
  }

  /** All numbers: rows × shape. */
  public int count() {
    return values.length;
  }

  /** Numbers of one example. */
  public int rowCount() {
    return values.length / rows;
  }

  public boolean hasGrad() {
    return grads != null;
  }

  /** The value at a row-major place within one example. */
  public float get(int row, int place) {
    return values[row * rowCount() + place];
  }

  /** ∂L/∂value at a row-major place within one example. */
  public float gradAt(int row, int place) {
    return grads[row * rowCount() + place];
  }

  /** Copies one example, row-major, into {@code to}. */
  public void copyRow(int row, float[] to) {
    System.arraycopy(values, row * rowCount(), to, 0, rowCount());
  }

  /** Copies the gradient of one example, row-major, into {@code to}. */
  public void copyRowGrad(int row, float[] to) {
    System.arraycopy(grads, row * rowCount(), to, 0, rowCount());
  }

  /** Copies all values, row-major, into {@code to}. */
  public void copyTo(float[] to) {
    System.arraycopy(values, 0, to, 0, values.length);
  }

  /** Copies all gradients, row-major, into {@code to}. */
  public void copyGradsTo(float[] to) {
    System.arraycopy(grads, 0, to, 0, grads.length);
  }

  /** Overwrites all values from a row-major array of the same count. */
  public void set(float... from) {
    if (from.length != values.length) {
      throw new IllegalArgumentException(name + " holds " + values.length + " numbers, but " + from.length + " were given");
    }
    System.arraycopy(from, 0, values, 0, from.length);
  }

  /** Overwrites one example from {@code from}, starting at {@code at}. */
  public void setRow(int row, float[] from, int at) {
    System.arraycopy(from, at, values, row * rowCount(), rowCount());
  }

  public void zeroGrad() {
    if (grads != null) {
      Arrays.fill(grads, 0f);
    }
  }

  /** The bare values, in storage order. For ops, kernels and optimizers only. */
  public float[] values() {
    return values;
  }

  /** The bare gradients, in storage order, null where none is kept. For ops, kernels and optimizers only. */
  public float[] grads() {
    return grads;
  }

  @Override
  public String toString() {
    return name + "[" + rows + "×" + shape + "]";
  }
}
