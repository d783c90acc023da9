package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * An op that costs something beside what its output leads to, such as the distance of a distribution from another. {@link LossOp} adds
 * each example's cost to that of its answers, and sends a gradient back.
 */
public interface CostOp extends Op {
  /** What each example of the batch costs: one number each. */
  Tensor cost();
}
