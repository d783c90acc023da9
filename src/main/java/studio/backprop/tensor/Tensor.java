package studio.backprop.tensor;

import java.util.Arrays;

/**
 * Numbers and, beside each, its gradient ∂L/∂value. The first axis is the batch (1 for a parameter), the others are the shape. How the
 * numbers are stored is the plan's affair: read them with {@link #get}, {@link #gradAt} or a row-major copy. The bare arrays of
 * {@link #values()} and {@link #grads()} are for ops and kernels. With {@code lanes} above 1, as many examples lie side by side: number
 * {@code place} of example {@code row} is at ((row / lanes)·rowCount + place)·lanes + row % lanes, which is row-major where lanes is 1.
 * What recurrent layers keep lies {@linkplain #stepwise step by step}, what attention keeps {@linkplain #byColumns column by column}.
 */
public final class Tensor {
  private final String name;
  private final int rows;
  private final Shape shape;
  private final int lanes;
  /** Numbers of one example that follow each other before those of the next one side by side come. */
  private final int piece;
  /** Whether the last two axes are stored the other way round. */
  private final boolean turned;
  private final Storage values;
  private final Storage grads;

  /**
   * @param name what the inspector calls it, such as {@code weight} or {@code output}
   * @param rows examples in the batch, at least 1
   * @param shape of one example
   * @param withGrad whether a gradient is kept; inputs and targets need none
   */
  public Tensor(String name, int rows, Shape shape, boolean withGrad) {
    this(name, rows, shape, 1, withGrad);
  }

  /** @param lanes examples that lie side by side; must divide {@code rows} */
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

  /** Numbers of the shape [time, features] that are stored time step by time step: the first step of all examples, then the second. */
  public static Tensor stepwise(String name, int rows, Shape shape, boolean withGrad) {
    return new Tensor(name, rows, shape, rows, shape.size(1), false, withGrad);
  }

  /** Numbers whose last two axes are stored the other way round: each matrix column by column. Its shape must have three axes. */
  public static Tensor byColumns(String name, int rows, Shape shape, boolean withGrad) {
    return new Tensor(name, rows, shape, 1, 1, true, withGrad);
  }

  /** The same numbers and gradients under another shape of equal count: what Flatten and Reshape give. */
  public Tensor reshaped(String newName, Shape newShape) {
    if (newShape.count() != shape.count()) {
      throw new IllegalArgumentException("cannot read " + shape + " as " + newShape + ": the counts differ");
    }
    return new Tensor(newName, this, newShape, grads);
  }

  /** The same numbers without a gradient: those of a frozen parameter. */
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

  /** Examples that lie side by side in the bare arrays; 1 where these are row-major. */
  public int lanes() {
    return lanes;
  }

  /** All numbers: rows × shape. */
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

  /** Where the number at a row-major place within one example lies in the bare arrays. Ops need it, and whatever follows single numbers. */
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

  /** The value at a row-major place within one example. */
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

  /** Copies all values, row-major, into {@code to}. */
  public void copyTo(float[] to) {
    gatherAll(values(), to);
  }

  /** Copies all gradients, row-major, into {@code to}. */
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

  /** Whether the examples lie one after the other in the bare arrays, each in its row-major order. */
  public boolean rowMajor() {
    return lanes == 1 && !turned;
  }

  /**
   * Whether a place's numbers of {@link #lanes()} examples follow each other in the bare arrays, and those of the next place come after
   * them.
   */
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

  /** Overwrites all values from a row-major array of the same count. */
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

  /** The bare values, in storage order. For ops, kernels and optimizers only. */
  public float[] values() {
    return values.numbers();
  }

  /** The bare gradients, in storage order, null where none is kept. For ops, kernels and optimizers only. */
  public float[] grads() {
    return grads == null ? null : grads.numbers();
  }

  /** Where the values lie. */
  public Storage storage() {
    return values;
  }

  /** Where the gradients lie, null where none is kept. */
  public Storage gradStorage() {
    return grads;
  }

  @Override
  public String toString() {
    return name + "[" + rows + "×" + shape + "]";
  }
}
