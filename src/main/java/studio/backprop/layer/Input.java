package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Input node. Several inputs split each example's numbers, in node order.
 *
 * @param shape of one example
 */
public record Input(Shape shape) implements Layer {
  public static Input row(int features) {
    return new Input(Shape.of(features));
  }

  @Override
  public Optional<Shape> dataShape() {
    return Optional.of(shape);
  }

  @Override
  public Arity arity() {
    return Arity.NONE;
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(shape);
  }

  @Override
  public String formula() {
    return "x \\in \\mathbb{R}^{n}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.buffer("output", shape);
  }

  @Override
  public Message summary() {
    return switch (shape.rank()) {
      case 2 -> Message.of(shape.nodeAxes() == 0 ? "summary.sequence" : shape.nodeAxes() == 1 ? "summary.nodes" : "summary.edges");
      case 3 -> Message.of("summary.image");
      default -> Message.of("summary.features", shape.count());
    };
  }
}
