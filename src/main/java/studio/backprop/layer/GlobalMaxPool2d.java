package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.MaxPool;
import studio.backprop.op.WindowAxis;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Keeps the strongest answer of each channel, so that a picture of any size becomes one row: whether a feature is there, wherever it lies.
 */
public record GlobalMaxPool2d() implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 3 ? Inference.gives(Shape.of(in.size(0))) : Inference.refuses("refuse.needs_image", in);
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.rows(inputs.get(0).size(1) * inputs.get(0).size(2), 1);
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public String formula() {
    return "a_c = \\max_{i,\\,j}\\;x_{c,\\,i,\\,j}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    Shape in = x.shape();
    MaxPool strongest = new MaxPool(builder, "output", x, all(in.size(1)), all(in.size(2)));
    return builder.add(strongest).reshaped("output", Shape.of(in.size(0)));
  }

  private static WindowAxis all(int size) {
    return new WindowAxis(size, size, 1, 1, 0, 0);
  }
}
