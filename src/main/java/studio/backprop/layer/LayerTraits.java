package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.tensor.Shape;

/** Traits of a layer for type-independent code. Defaults suit most layers; the others override them. */
public interface LayerTraits {
  /** Data shape of an input node; else empty. */
  default Optional<Shape> dataShape() {
    return Optional.empty();
  }

  default boolean isInput() {
    return dataShape().isPresent();
  }

  /** Loss of a loss node; else empty. */
  default Optional<LossRule> lossRule() {
    return Optional.empty();
  }

  /** Whether it is a loss node, which has no successors. */
  default boolean isOutput() {
    return lossRule().isPresent();
  }

  /** Activation of its output. */
  default Activation activation() {
    return Activation.NONE;
  }

  /** Whether it is only an elementwise activation. */
  default boolean isCurve() {
    return false;
  }

  /** Number of units of a dense layer; else 0. */
  default int neurons() {
    return 0;
  }

  /** Whether it is a full 2D convolution, which makes a network convolutional. */
  default boolean convolvesImages() {
    return false;
  }

  /** Whether it is a 2D max pooling, whose gradient goes to the maximum only. */
  default boolean keepsStrongest() {
    return false;
  }

  /** Whether it is a message-passing layer. */
  default boolean followsEdges() {
    return false;
  }

  /** Whether it is a normalization layer. */
  default boolean normalizes() {
    return false;
  }

  /** Whether it concatenates real and generated batches for a discriminator. */
  default boolean joinsBatches() {
    return false;
  }

  /** Whether it is dropout. */
  default boolean forgets() {
    return false;
  }

  /** Operator between its inputs for weight-free elementwise layers, + or ×; empty string for concatenation. Empty for other layers. */
  default Optional<String> sign() {
    return Optional.empty();
  }
}
