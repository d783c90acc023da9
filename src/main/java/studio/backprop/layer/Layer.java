package studio.backprop.layer;

import java.util.Collections;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * What a node of the network does, as a description that never changes. The record's components are the settings a person can change;
 * {@link LayerType} reads them for the form, the file and the help.
 */
public interface Layer extends LayerTraits {
  /** How many wires may lead into it. */
  default Arity arity() {
    return Arity.ONE;
  }

  /** The shape of one example it gives for these inputs, or why it cannot take them. */
  Inference infer(List<Shape> inputs);

  /** The shapes of all inputs that it needs, if one is of this shape: for layers that merge, more of its like. */
  default List<Shape> beside(Shape given) {
    return Collections.nCopies(Math.max(1, arity().min()), given);
  }

  /** How many axes of an input, from the first on, count the nodes of a graph to this layer; 0 if it knows nothing of graphs. */
  default int nodeAxes(List<Shape> inputs, int input) {
    return 0;
  }

  /** The parameters it learns, and the state it keeps, for inputs it can take. */
  default List<ParameterSpec> parameters(List<Shape> inputs) {
    return List.of();
  }

  /** Floating-point operations of its multiply-adds for one example, forward: two each. */
  default long flops(List<Shape> inputs) {
    return 0;
  }

  /** The part of these operations that multiplies the inputs by weights: what the gradient of the inputs takes again. */
  default long inputFlops(List<Shape> inputs) {
    return flops(inputs);
  }

  /**
   * Which numbers of these inputs each number of the output depends on. A layer that says nothing is taken to mix all that arrives, so that
   * a receptive field is never shown too small.
   */
  default Ties ties(List<Shape> inputs) {
    return Ties.whole(inputs, infer(inputs).shape());
  }

  /** How its ops read the batch. */
  default Layout layout() {
    return Layout.ROWS;
  }

  /**
   * What it computes, in LaTeX, each equation on a line that is at most as wide as the inspector. x: input, z: sum before the activation,
   * a: output, w, W, U, b: learned.
   */
  String formula();

  /** Whether its numbers are others than those of its input, and not only read in another shape. */
  default boolean changesNumbers() {
    return layout() != Layout.AS_IS;
  }

  /** Unfolds into ops and returns the output. */
  Tensor build(Builder builder, List<Tensor> inputs);

  /** The settings in a few signs for the node's second line, such as {@code 3×3 same}; empty where there is nothing to say. */
  default Message summary() {
    return Message.of("summary.none");
  }
}
