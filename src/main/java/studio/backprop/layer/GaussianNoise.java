package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.AddNoise;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Additive Gaussian noise while training; identity for inference. For denoising autoencoders: Vincent et al. 2008.
 *
 * @param deviation standard deviation
 */
public record GaussianNoise(@Range(min = 0, max = 10) double deviation) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(inputs.get(0));
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
  public String formula() {
    return "a = x + \\sigma\\,\\varepsilon, \\quad \\varepsilon \\sim \\mathcal{N}(0,1)";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new AddNoise(builder, "output", inputs.get(0), deviation));
  }

  @Override
  public Message summary() {
    return Message.of("summary.deviation", deviation);
  }
}
