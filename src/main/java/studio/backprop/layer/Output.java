package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Loss node: compares prediction and target.
 *
 * @param delta threshold of Huber's loss between quadratic and linear
 */
public record Output(Loss loss, @Shown(when = "loss", is = "HUBER") @Range(min = 0.001, max = 1000) double delta) implements Layer {
  public static Output of(Loss loss) {
    return new Output(loss, 1);
  }

  @Override
  public Optional<LossRule> lossRule() {
    return Optional.of(new LossRule(loss, delta));
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape prediction = inputs.get(0);
    if (loss.isCategorical() && prediction.rank() > 2) {
      return Inference.refuses("refuse.needs_row", prediction);
    }
    return loss.isCategorical() && prediction.rank() > 0 && prediction.size(prediction.rank() - 1) == 1
        ? Inference.refuses("refuse.needs_classes", loss.title(), Loss.BINARY_CROSS_ENTROPY.title())
        : Inference.gives(Shape.SCALAR);
  }

  @Override
  public String formula() {
    return "L = \\frac{1}{N}\\sum_{n=1}^{N} \\ell(\\hat{y}_n, y_n)";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return loss.build(builder, inputs.get(0), delta);
  }

  @Override
  public Message summary() {
    return loss.title();
  }
}
