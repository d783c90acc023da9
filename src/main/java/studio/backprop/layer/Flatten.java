package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** View of an example as one row, without copying. */
public record Flatten() implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(Shape.of(Math.toIntExact(inputs.get(0).count())));
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
    return "a_{(c H + i) W + j} = x_{c,\\,i,\\,j}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return x.reshaped("output", Shape.of(x.rowCount()));
  }
}
