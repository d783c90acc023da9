package studio.backprop.layer;

import studio.backprop.op.Builder;
import studio.backprop.op.Op;
import studio.backprop.op.TimeAverage;
import studio.backprop.tensor.Tensor;

/** Global average pooling over time: a sequence of any length becomes one row. */
public record AverageOverTime() implements PoolOverTime {
  @Override
  public Op pool(Builder builder, Tensor x, Tensor counts) {
    return new TimeAverage(builder, "output", x, counts);
  }

  @Override
  public String formula() {
    return "a_k = \\frac{1}{T}\\sum_{t=1}^{T} x_{t,\\,k}";
  }
}
