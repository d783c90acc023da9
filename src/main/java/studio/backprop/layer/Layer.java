package studio.backprop.layer;

import java.util.Collections;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** Layer, as an immutable description. The record's components are its settings, read by {@link LayerType} for form, file and help. */
public interface Layer extends LayerTraits {
  /** Allowed number of inputs. */
  default Arity arity() {
    return Arity.ONE;
  }

  /** Shape inference: output shape of one example, or an error. */
  Inference infer(List<Shape> inputs);

  /** Shapes of all inputs, given one of them: for merging layers, more of the same. */
  default List<Shape> beside(Shape given) {
    return Collections.nCopies(Math.max(1, arity().min()), given);
  }

  /** Number of leading axes of an input that are node axes; 0 for non-graph layers. */
  default int nodeAxes(List<Shape> inputs, int input) {
    return 0;
  }

  /** Parameters and state for valid inputs. */
  default List<ParameterSpec> parameters(List<Shape> inputs) {
    return List.of();
  }

  /** FLOPs of multiply-adds for one example, forward: two each. */
  default long flops(List<Shape> inputs) {
    return 0;
  }

  /** FLOPs of products of inputs and weights, which recur in the gradient of the inputs. */
  default long inputFlops(List<Shape> inputs) {
    return flops(inputs);
  }

  /** Dependencies of the outputs on the inputs, for receptive fields. By default all on all, which never underestimates. */
  default Ties ties(List<Shape> inputs) {
    return Ties.whole(inputs, infer(inputs).shape());
  }

  /** Storage layout that its ops read. */
  default Layout layout() {
    return Layout.ROWS;
  }

  /**
   * Formula in LaTeX, each equation on a line at most as wide as the inspector. x: input, z: pre-activation, a: output, w, W, U, b:
   * learned.
   */
  String formula();

  /** False for views and reshapes. */
  default boolean changesNumbers() {
    return layout() != Layout.AS_IS;
  }

  /** Builds its ops and returns the output. */
  Tensor build(Builder builder, List<Tensor> inputs);

  /** Short summary of the settings, such as {@code 3×3 same}; may be empty. */
  default Message summary() {
    return Message.of("summary.none");
  }
}
