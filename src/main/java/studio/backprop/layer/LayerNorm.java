package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.LayerNormalization;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Layer normalization: standardizes each example by itself, then applies a learned scale and shift. A sequence is treated time step by time
 * step, an image as a whole. Ba, Kiros and Hinton 2016.
 *
 * @param epsilon added to the variance
 * @param trainable whether scale and shift are learned
 */
public record LayerNorm(@Range(min = 1e-8, max = 0.1) double epsilon, boolean trainable) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(inputs.get(0));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    Shape in = inputs.get(0);
    Shape row = in.rank() == 2 ? Shape.of(in.size(1)) : in;
    return List.of(ParameterSpec.scale(row, trainable), ParameterSpec.shift(row, trainable));
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int row = in.rank() == 2 ? in.size(1) : (int) in.count();
    return Ties.rows(row, row);
  }

  @Override
  public boolean normalizes() {
    return true;
  }

  @Override
  public String formula() {
    return """
        \\hat{x}_i = \\frac{x_i - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}
        a_i = \\gamma_i\\,\\hat{x}_i + \\beta_i""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(
        new LayerNormalization(builder, "output", inputs.get(0), builder.parameter("gamma"), builder.parameter("beta"), epsilon));
  }
}
