package studio.backprop.tensor;

import java.util.Arrays;

/**
 * Tensor of values and gradients ∂L/∂value. The first axis is the batch (1 for a parameter), the others are the shape. The storage order is
 * the plan's choice: read with {@link #get}, {@link #gradAt} or a row-major copy. The raw arrays of {@link #values()} and {@link #grads()}
 * are for ops and kernels. With {@code lanes} above 1, examples are interleaved: number {@code place} of example {@code row} is at ((row /
 * lanes)·rowCount + place)·lanes + row % lanes, which is row-major for 1. State of recurrent layers is stored
 * {@linkplain #stepwise step by step}, that of attention {@linkplain #byColumns column by column}.
 */
public final class Tensor {
  private final String name;
  private final int rows;
  private final Shape shape;
  private final int lanes;
  /** Contiguous numbers of one example. */
  private final int piece;
  /** Whether the last two axes are transposed in storage. */
  private final boolean turned;
  private final Storage values;
  private final Storage grads;

  /**
   * @param name for the inspector, such as {@code weight} or {@code output}
   * @param rows batch size, at least 1
   * @param shape of one example
   * @param withGrad whether it has gradients; inputs and targets have none
   */
  public Tensor(String name, int rows, Shape shape, boolean withGrad) {
    this(name, rows, shape, 1, withGrad);
  }

  /** @param lanes interleaved examples; must divide {@code rows} */
  public Tensor(String name, int rows, Shape shape, int lanes, boolean withGrad) {
    this(name, rows, shape, lanes, 1, false, withGrad);
  }

  private Tensor(String name, int rows, Shape shape, int lanes, int piece, boolean turned, boolean withGrad) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, but was " + rows);
    }
    if (lanes < 1 || rows % lanes != 0) {
      throw new IllegalArgumentException("lanes must divide the " + rows + " rows, but was " + lanes);
    }
    this.name = name;
    this.rows = rows;
    this.shape = shape;
    this.lanes = lanes;
    this.piece = piece;
    this.turned = turned;
    int count = Math.toIntExact(Math.multiplyExact(rows, shape.count()));
    this.values = new Storage(count);
    this.grads = withGrad ? new Storage(count) : null;
  }

  private Tensor(String name, Tensor of, Shape shape, Storage grads) {
    this.name = name;
    this.rows = of.rows;
    this.shape = shape;
    this.lanes = of.lanes;
    this.piece = of.piece;
    this.turned = of.turned;
    this.values = of.values;
    this.grads = grads;
  }

  /** Shape [time, features], stored time-major. */
  public static Tensor stepwise(String name, int rows, Shape shape, boolean withGrad) {
    return new Tensor(name, rows, shape, rows, shape.size(1), false, withGrad);
  }

  /** Stored with the last two axes transposed (column-major matrices). The shape must have three axes. */
  public static Tensor byColumns(String name, int rows, Shape shape, boolean withGrad) {
    return new Tensor(name, rows, shape, 1, 1, true, withGrad);
  }

  /** View of the same values and gradients with another shape of equal count, for Flatten and Reshape. */
  public Tensor reshaped(String newName, Shape newShape) {
    if (newShape.count() != shape.count()) {
      throw new IllegalArgumentException("cannot read " + shape + " as " + newShape + ": the counts differ");
    }
    return new Tensor(newName, this, newShape, grads);
  }

  /** View without gradients, for frozen parameters. */
  public Tensor withoutGrad() {
    return grads == null ? this : new Tensor(name, this, shape, null);
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

  /** Interleaved examples in the raw arrays; 1 where row-major. */
  public int lanes() {
    return lanes;
  }

  /** Rows × shape. */
  public int count() {
    return values.count();
  }

  /** Numbers of one example. */
  public int rowCount() {
    return values.count() / rows;
  }

  public boolean hasGrad() {
    return grads != null;
  }

  /** Index in the raw arrays of a row-major place within one example. */
  public int index(int row, int place) {
    if (turned) {
      int height = shape.size(1);
      int width = shape.size(2);
      int line = place / width;
      return row * rowCount() + (line / height * width + place % width) * height + line % height;
    }
    int within = place % piece;
    return (row / lanes * rowCount() + place - within) * lanes + row % lanes * piece + within;
  }

  /** Value at a row-major place within one example. */
  public float get(int row, int place) {
    return values()[index(row, place)];
  }

  /** ∂L/∂value at a row-major place within one example. */
  public float gradAt(int row, int place) {
    return grads()[index(row, place)];
  }

  /** Copies one example, row-major, into {@code to}. */
  public void copyRow(int row, float[] to) {
    gather(values(), row, to, 0);
  }

  /** Copies the gradient of one example, row-major, into {@code to}. */
  public void copyRowGrad(int row, float[] to) {
    gather(grads(), row, to, 0);
  }

  public void copyTo(float[] to) {
    gatherAll(values(), to);
  }

  public void copyGradsTo(float[] to) {
    gatherAll(grads(), to);
  }

  private void gatherAll(float[] from, float[] to) {
    if (rowMajor()) {
      System.arraycopy(from, 0, to, 0, from.length);
      return;
    }
    for (int row = 0; row < rows; row++) {
      gather(from, row, to, row * rowCount());
    }
  }

  /** Whether the raw arrays are row-major. */
  public boolean rowMajor() {
    return lanes == 1 && !turned;
  }

  /** Whether the {@link #lanes()} examples of a place are contiguous in the raw arrays. */
  public boolean sideBySide() {
    return piece == 1 && !turned;
  }

  private void gather(float[] from, int row, float[] to, int at) {
    int count = rowCount();
    int first = index(row, 0);
    if (rowMajor()) {
      System.arraycopy(from, first, to, at, count);
      return;
    }
    if (turned) {
      for (int place = 0; place < count; place++) {
        to[at + place] = from[index(row, place)];
      }
      return;
    }
    for (int place = 0; place < count; place += piece) {
      for (int i = 0; i < piece; i++) {
        to[at + place + i] = from[first + place * lanes + i];
      }
    }
  }

  /** Overwrites all values from a row-major array. */
  public void set(float... from) {
    if (from.length != count()) {
      throw new IllegalArgumentException(name + " holds " + count() + " numbers, but " + from.length + " were given");
    }
    if (rowMajor()) {
      System.arraycopy(from, 0, values(), 0, from.length);
      return;
    }
    for (int row = 0; row < rows; row++) {
      setRow(row, from, row * rowCount());
    }
  }

  /** Overwrites one example from {@code from}, starting at {@code at}. */
  public void setRow(int row, float[] from, int at) {
    int count = rowCount();
    int first = index(row, 0);
    float[] values = values();
    if (rowMajor()) {
      System.arraycopy(from, at, values, first, count);
      return;
    }
    if (turned) {
      for (int place = 0; place < count; place++) {
        values[index(row, place)] = from[at + place];
      }
      return;
    }
    for (int place = 0; place < count; place += piece) {
      for (int i = 0; i < piece; i++) {
        values[first + place * lanes + i] = from[at + place + i];
      }
    }
  }

  public void zeroGrad() {
    if (grads != null) {
      Arrays.fill(grads(), 0f);
    }
  }

  /** Raw values in storage order, for ops, kernels and optimizers only. */
  public float[] values() {
    return values.numbers();
  }

  /** Raw gradients in storage order, null without gradients; for ops, kernels and optimizers only. */
  public float[] grads() {
    return grads == null ? null : grads.numbers();
  }

  public Storage storage() {
    return values;
  }

  /** Null without gradients. */
  public Storage gradStorage() {
    return grads;
  }

  @Override
  public String toString() {
    return name + "[" + rows + "×" + shape + "]";
  }
}
