package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.RmsNormalization;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * RMS normalization: divides each example by its root mean square, then applies a learned scale; cheaper than layer normalization, without
 * mean and shift. A sequence is treated time step by time step, an image as a whole. Zhang and Sennrich 2019.
 *
 * @param epsilon added to the mean square
 * @param trainable whether the scale is learned
 */
public record RmsNorm(@Range(min = 1e-8, max = 0.1) double epsilon, boolean trainable) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(inputs.get(0));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return List.of(ParameterSpec.scale(in.rank() == 2 ? Shape.of(in.size(1)) : in, trainable));
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
        \\hat{x}_i = \\frac{x_i}{\\sqrt{\\frac{1}{n}\\sum_j x_j^2 + \\varepsilon}}
        a_i = \\gamma_i\\,\\hat{x}_i""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new RmsNormalization(builder, "output", inputs.get(0), builder.parameter("gamma"), epsilon));
  }
}
