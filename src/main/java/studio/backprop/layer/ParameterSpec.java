package studio.backprop.layer;

import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;

/**
 * Declaration of a parameter or state array.
 *
 * @param name such as {@code weight}, {@code bias}
 * @param rows size of the first axis
 * @param shape of the other axes
 * @param fanIn inputs per output
 * @param fanOut outputs per input
 * @param trainable false if frozen
 */
public record ParameterSpec(String name, int rows, Shape shape, Init init, int fanIn, int fanOut, Role role, boolean trainable) {
  /** Role in the layer, for penalties and freezing. */
  public enum Role {
    /** Kernel, projection, recurrent or attention weight. */
    WEIGHT,
    BIAS,
    /** Scale of a normalization. */
    SCALE,
    /** Shift of a normalization. */
    SHIFT,
    /** A vector for each token or position. */
    EMBEDDING,
    /** Non-trainable state, such as a running mean. */
    STATE;

    /**
     * Whether L1 and L2 apply: weights and embeddings. Keras offers a regularizer for both (kernel, recurrent and embeddings), PyTorch's
     * weight decay applies to both. Biases, scales and shifts do not add to the complexity of the function.
     */
    public boolean penalized() {
      return this == WEIGHT || this == EMBEDDING;
    }
  }

  static ParameterSpec weight(int rows, Shape shape, Init init, int fanIn, int fanOut, boolean trainable) {
    return weight("weight", rows, shape, init, fanIn, fanOut, trainable);
  }

  static ParameterSpec weight(String name, int rows, Shape shape, Init init, int fanIn, int fanOut, boolean trainable) {
    return new ParameterSpec(name, rows, shape, init, fanIn, fanOut, Role.WEIGHT, trainable);
  }

  /** One bias per output, initially zero. */
  static ParameterSpec bias(int count, boolean trainable) {
    return bias("bias", count, trainable);
  }

  static ParameterSpec bias(String name, int count, boolean trainable) {
    return new ParameterSpec(name, 1, Shape.of(count), Init.ZERO, 1, 1, Role.BIAS, trainable);
  }

  /** A vector for each of the {@code rows} tokens or positions. Rows are not summed, so the fans are those of one vector. */
  static ParameterSpec embedding(int rows, int dimension, Init init, boolean trainable) {
    return new ParameterSpec("weight", rows, Shape.of(dimension), init, dimension, dimension, Role.EMBEDDING, trainable);
  }

  /** Initially one. */
  static ParameterSpec scale(Shape shape, boolean trainable) {
    return new ParameterSpec("gamma", 1, shape, Init.ONE, 1, 1, Role.SCALE, trainable);
  }

  /** Initially zero. */
  static ParameterSpec shift(Shape shape, boolean trainable) {
    return new ParameterSpec("beta", 1, shape, Init.ZERO, 1, 1, Role.SHIFT, trainable);
  }

  static ParameterSpec state(String name, Shape shape, Init init) {
    return new ParameterSpec(name, 1, shape, init, 1, 1, Role.STATE, false);
  }

  /** The same, not trainable. */
  public ParameterSpec frozen() {
    return new ParameterSpec(name, rows, shape, init, fanIn, fanOut, role, false);
  }

  /** Whether it is state, which does not count as a parameter. */
  public boolean isState() {
    return role == Role.STATE;
  }

  /** Whether rows are inputs and columns are units, as in a dense layer; elsewhere rows are units. */
  public boolean rowsAreInputs() {
    return name.equals("weight") && rows > 1 && shape.rank() < 3;
  }

  public long count() {
    return rows * shape.count();
  }
}
