package studio.backprop.layer;

import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;

/**
 * One array of numbers that a layer keeps between steps.
 *
 * @param name such as {@code weight}, {@code bias}
 * @param rows the first axis
 * @param shape the other axes
 * @param init how it starts
 * @param fanIn how many numbers each output is a sum of
 * @param fanOut how many outputs each input reaches
 * @param role what it does in the layer
 * @param trainable whether gradients change it; a person may freeze it
 */
public record ParameterSpec(String name, int rows, Shape shape, Init init, int fanIn, int fanOut, Role role, boolean trainable) {
  /** What a parameter does in its layer; penalties and freezing depend on it. */
  public enum Role {
    /** Multiplies what arrives: a kernel, a projection, a recurrent or an attention weight. */
    WEIGHT,
    /** Is added to a weighted sum. */
    BIAS,
    /** Multiplies a normalized number. */
    SCALE,
    /** Is added to a normalized number. */
    SHIFT,
    /** Holds a vector for each token or each position. */
    EMBEDDING,
    /** Is kept by the layer itself and never learned, such as a running mean. */
    STATE;

    /**
     * Whether L1 and L2 pull it towards zero: weights and embeddings. Keras offers a regularizer for both (kernel, recurrent and
     * embeddings),
     * PyTorch's weight decay reaches both. Biases, scales and shifts are few and set a level: to pull them towards zero does not keep a
     * network simple.
     */
    public boolean penalized() {
      return this == WEIGHT || this == EMBEDDING;
    }
  }

  /** A weight that is learned if {@code trainable}. */
  static ParameterSpec weight(int rows, Shape shape, Init init, int fanIn, int fanOut, boolean trainable) {
    return weight("weight", rows, shape, init, fanIn, fanOut, trainable);
  }

  /** A weight beside others in the same layer. */
  static ParameterSpec weight(String name, int rows, Shape shape, Init init, int fanIn, int fanOut, boolean trainable) {
    return new ParameterSpec(name, rows, shape, init, fanIn, fanOut, Role.WEIGHT, trainable);
  }

  /** A bias of one number for each output, starting at zero. */
  static ParameterSpec bias(int count, boolean trainable) {
    return bias("bias", count, trainable);
  }

  /** A bias beside others in the same layer. */
  static ParameterSpec bias(String name, int count, boolean trainable) {
    return new ParameterSpec(name, 1, Shape.of(count), Init.ZERO, 1, 1, Role.BIAS, trainable);
  }

  /** A vector for each of the {@code rows} tokens or positions. None is a sum over the rows, so the fans are those of one vector. */
  static ParameterSpec embedding(int rows, int dimension, Init init, boolean trainable) {
    return new ParameterSpec("weight", rows, Shape.of(dimension), init, dimension, dimension, Role.EMBEDDING, trainable);
  }

  /** What a normalised number is multiplied by, starting at one. */
  static ParameterSpec scale(Shape shape, boolean trainable) {
    return new ParameterSpec("gamma", 1, shape, Init.ONE, 1, 1, Role.SCALE, trainable);
  }

  /** What is added to a normalised number, starting at zero. */
  static ParameterSpec shift(Shape shape, boolean trainable) {
    return new ParameterSpec("beta", 1, shape, Init.ZERO, 1, 1, Role.SHIFT, trainable);
  }

  /** Numbers that the layer keeps by itself. */
  static ParameterSpec state(String name, Shape shape, Init init) {
    return new ParameterSpec(name, 1, shape, init, 1, 1, Role.STATE, false);
  }

  /** The same numbers, but no step changes them. */
  public ParameterSpec frozen() {
    return new ParameterSpec(name, rows, shape, init, fanIn, fanOut, role, false);
  }

  /** Whether the layer keeps it by itself, so that it counts as no parameter of the network. */
  public boolean isState() {
    return role == Role.STATE;
  }

  /** Whether each row belongs to an input and each column to a unit, as in a dense layer; elsewhere each row belongs to a unit. */
  public boolean rowsAreInputs() {
    return name.equals("weight") && rows > 1 && shape.rank() < 3;
  }

  public long count() {
    return rows * shape.count();
  }
}
