package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.tensor.Shape;

/**
 * What may be asked of a layer by those who need not know which one it is. The answers here are those of most layers; a layer to which
 * something else applies says so in its own file.
 */
public interface LayerTraits {
  /** The shape of the data that it brings into the network; empty for all layers but inputs. */
  default Optional<Shape> dataShape() {
    return Optional.empty();
  }

  default boolean isInput() {
    return dataShape().isPresent();
  }

  /** What it measures for training to make small; empty for all layers but losses. */
  default Optional<LossRule> lossRule() {
    return Optional.empty();
  }

  /** Whether it measures the loss, so that nothing comes after it. */
  default boolean isOutput() {
    return lossRule().isPresent();
  }

  /** The activation that it applies to its output. */
  default Activation activation() {
    return Activation.NONE;
  }

  /** Whether it applies an activation to each number by itself and does nothing else: a curve says all. */
  default boolean isCurve() {
    return false;
  }

  /** How many neurons it has that weigh every number of a row; 0 for a layer that works in another way. */
  default int neurons() {
    return 0;
  }

  /** Whether filters look at all channels of an image at once: a network of such layers is called convolutional. */
  default boolean convolvesImages() {
    return false;
  }

  /** Whether it passes on the maximum of each window of an image, the only number that gets a gradient. */
  default boolean keepsStrongest() {
    return false;
  }

  /** Whether each node of a graph is computed from its neighbours along the edges. */
  default boolean followsEdges() {
    return false;
  }

  /** Whether it brings the numbers that it is given to a scale of its own choice. */
  default boolean normalizes() {
    return false;
  }

  /** Whether it puts real and generated examples into one batch: then it shows both, and what is behind it judges them. */
  default boolean joinsBatches() {
    return false;
  }

  /** Whether it sets a random part of its numbers to 0 while training. */
  default boolean forgets() {
    return false;
  }

  /**
   * The sign to write between its inputs, where each number it gives is made of theirs without weights: + or ×, or nothing where they are
   * only put beside each other. Empty for other layers.
   */
  default Optional<String> sign() {
    return Optional.empty();
  }
}
