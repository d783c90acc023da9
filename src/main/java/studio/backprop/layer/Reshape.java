package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * View with another shape: a row of 784 as an image of 1×28×28.
 *
 * @param shape of one example afterwards
 */
public record Reshape(Shape shape) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.count() == shape.count()
        ? Inference.gives(shape)
        : Inference.refuses("refuse.reshape", shape.toString(), shape.count(), in.toString(), in.count());
  }

  @Override
  public Layout layout() {
    return Layout.AS_IS;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.same(inputs.size());
  }

  @Override
  public String formula() {
    return "\\mathrm{vec}(a) = \\mathrm{vec}(x)";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return inputs.get(0).reshaped("output", shape);
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", shape.toString());
  }
}
