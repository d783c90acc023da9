package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.NormalizeBatch;
import studio.backprop.op.NormalizeImages;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Batch normalization: standardizes each channel over the batch, then applies a learned scale and shift. Uses running statistics for
 * inference. Features of rows and sequences count as channels. Ioffe and Szegedy 2015.
 *
 * @param momentum weight of the new batch in the running statistics
 * @param epsilon added to the variance
 * @param trainable whether scale and shift are learned
 */
public record BatchNorm(
    @Range(min = 0.001, max = 1) double momentum, @Range(min = 1e-8, max = 0.1) double epsilon, boolean trainable) implements Layer {

  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(inputs.get(0));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    Shape in = inputs.get(0);
    Shape channels = Shape.of(in.rank() == 2 ? in.size(1) : in.size(0));
    return List.of(
        ParameterSpec.scale(channels, trainable),
        ParameterSpec.shift(channels, trainable),
        ParameterSpec.state("running_mean", channels, Init.ZERO),
        ParameterSpec.state("running_variance", channels, Init.ONE));
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.same(inputs.size());
  }

  @Override
  public boolean normalizes() {
    return true;
  }

  @Override
  public String formula() {
    return """
        \\hat{x} = \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}
        a = \\gamma\\,\\hat{x} + \\beta""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    NormalizeBatch.State state =
        new NormalizeBatch.State(
            builder.parameter("gamma"),
            builder.parameter("beta"),
            builder.parameter("running_mean"),
            builder.parameter("running_variance"));
    Tensor x = inputs.get(0);
    return builder.add(
        x.shape().rank() == 3
            ? new NormalizeImages(builder, "output", x, state, momentum, epsilon)
            : new NormalizeBatch(builder, "output", x, state, momentum, epsilon));
  }
}
