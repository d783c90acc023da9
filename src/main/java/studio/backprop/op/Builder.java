package studio.backprop.op;

import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Context in which a layer builds its ops: buffers, parameters and op sequence. Implemented by the plan's compiler. */
public interface Builder {
  Kernels kernels();

  /** Parameter by name; null where the layer has none, such as without bias. */
  Tensor parameter(String name);

  /**
   * New buffer for the batch, in the storage layout of its sources, with a gradient if training and any source has one.
   *
   * @param from sources; nulls are ignored
   */
  Tensor buffer(String name, Shape shape, Tensor... from);

  /** New buffer without gradient, in the layout of another. */
  default Tensor constant(String name, Tensor like) {
    return new Tensor(name, like.rows(), like.shape(), like.lanes(), false);
  }

  /** Target tensor of the prediction's shape; filled before each step. */
  Tensor target(Shape shape);

  /** Sets the prediction: probabilities, not logits. */
  void predicts(Tensor prediction);

  /** The op that computes a tensor; null for an input. */
  Op producer(Tensor tensor);

  /** Appends an op and returns its output. */
  Tensor add(Op op);

  /** Class weights of the loss. */
  default ClassWeights classWeights() {
    return ClassWeights.NONE;
  }

  /** Whether the loss is maximized: then its sign is inverted. */
  default boolean opposed() {
    return false;
  }

  /** Costs of preceding ops: one number per example. */
  List<Tensor> costs();

  /** Random stream for a use of this node, such as {@code dropout}. */
  SplittableRandom random(String use);
}
