package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.GlobalAverage;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Takes the mean of each channel, so that a picture of any size becomes one row: how much of each feature there is, wherever it lies. */
public record GlobalAvgPool2d() implements Layer {
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
    return "a_c = \\frac{1}{HW}\\sum_{i,\\,j} x_{c,\\,i,\\,j}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new GlobalAverage(builder, "output", inputs.get(0)));
  }
}
