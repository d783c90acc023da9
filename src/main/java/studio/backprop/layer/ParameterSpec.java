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
 * @param role whether it is learned by gradient
 */
public record ParameterSpec(String name, int rows, Shape shape, Init init, int fanIn, int fanOut, Role role) {
  /** Learned by gradient; learned but frozen by the person; or kept by the layer itself, such as a running mean. */
  public enum Role {
    LEARNED,
    FROZEN,
    STATE
  }

  /** A weight that is learned if {@code trainable}. */
  static ParameterSpec weight(int rows, Shape shape, Init init, int fanIn, int fanOut, boolean trainable) {
    return new ParameterSpec("weight", rows, shape, init, fanIn, fanOut, trainable ? Role.LEARNED : Role.FROZEN);
  }

  /** A bias of one number for each output, starting at zero. */
  static ParameterSpec bias(int count, boolean trainable) {
    return new ParameterSpec("bias", 1, Shape.of(count), Init.ZERO, 1, 1, trainable ? Role.LEARNED : Role.FROZEN);
  }

  /** What a normalised number is multiplied by, starting at one. */
  static ParameterSpec scale(Shape shape, boolean trainable) {
    return new ParameterSpec("gamma", 1, shape, Init.ONE, 1, 1, trainable ? Role.LEARNED : Role.FROZEN);
  }

  /** What is added to a normalised number, starting at zero. */
  static ParameterSpec shift(Shape shape, boolean trainable) {
    return new ParameterSpec("beta", 1, shape, Init.ZERO, 1, 1, trainable ? Role.LEARNED : Role.FROZEN);
  }

  /** Numbers that the layer keeps by itself. */
  static ParameterSpec state(String name, Shape shape, Init init) {
    return new ParameterSpec(name, 1, shape, init, 1, 1, Role.STATE);
  }

  /** The same numbers, but no step changes them. */
  public ParameterSpec frozen() {
    return new ParameterSpec(name, rows, shape, init, fanIn, fanOut, Role.FROZEN);
  }

  /** Whether each row belongs to an input and each column to a unit, as in a dense layer; elsewhere each row belongs to a unit. */
  public boolean rowsAreInputs() {
    return name.equals("weight") && rows > 1 && shape.rank() < 3;
  }

  public long count() {
    return rows * shape.count();
  }
}
