package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.GlobalAverage;
import studio.backprop.tensor.Tensor;

/** Global average pooling: one number per channel. */
public record GlobalAvgPool2d() implements GlobalPool2d {
  @Override
  public String formula() {
    return "a_c = \\frac{1}{HW}\\sum_{i,\\,j} x_{c,\\,i,\\,j}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new GlobalAverage(builder, "output", inputs.get(0)));
  }
}
