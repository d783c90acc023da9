package studio.backprop.layer;

import studio.backprop.op.Builder;
import studio.backprop.op.Op;
import studio.backprop.op.TimeMax;
import studio.backprop.tensor.Tensor;

/** Global max pooling over time: a sequence of any length becomes one row. */
public record MaxOverTime() implements PoolOverTime {
  @Override
  public Op pool(Builder builder, Tensor x, Tensor counts) {
    return new TimeMax(builder, "output", x, counts);
  }

  @Override
  public String formula() {
    return "a_k = \\max_t\\;x_{t,\\,k}";
  }
}
