package studio.backprop.op;

import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** What a layer is unfolded with: gives it buffers, its parameters and a place for its ops. The plan's compiler is the one builder. */
public interface Builder {
  Kernels kernels();

  /** The parameter of that name, or null where the layer has none of it, such as the bias of a layer without bias. */
  Tensor parameter(String name);

  /**
   * A new buffer for the whole batch, stored like the tensors it is computed from. It keeps a gradient if training and any of these does.
   *
   * @param from the tensors it is computed from; nulls are ignored
   */
  Tensor buffer(String name, Shape shape, Tensor... from);

  /** A new buffer without gradient, stored like another. */
  default Tensor constant(String name, Tensor like) {
    return new Tensor(name, like.rows(), like.shape(), like.lanes(), false);
  }

  /** The right answers for the whole batch, of the prediction's shape; filled from the data before each step. */
  Tensor target(Shape shape);

  /** Says which tensor a person means by "the prediction": probabilities, not logits. */
  void predicts(Tensor prediction);

  /** The op that computes a tensor, or null for an input. */
  Op producer(Tensor tensor);

  /** Places an op after those placed before and returns its output. */
  Tensor add(Op op);

  /** How much the answers of each class count in the loss. */
  default ClassWeights classWeights() {
    return ClassWeights.NONE;
  }

  /** Whether what learns makes the loss large: then the loss has the other sign. */
  default boolean opposed() {
    return false;
  }

  /** What ops that were placed before cost by themselves: one number for each example. */
  List<Tensor> costs();

  /** The random source for a use of this node, such as {@code dropout}. */
  SplittableRandom random(String use);
}
