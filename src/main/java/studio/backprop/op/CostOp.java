package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** An op with a cost of its own, such as a KL divergence. {@link LossOp} adds it to each example's loss and propagates a gradient to it. */
public interface CostOp extends Op {
  /** Cost per example of the batch. */
  Tensor cost();
}
