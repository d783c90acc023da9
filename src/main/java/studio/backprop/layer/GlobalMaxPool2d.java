package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.MaxPool;
import studio.backprop.op.WindowAxis;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Global max pooling: one number per channel. */
public record GlobalMaxPool2d() implements GlobalPool2d {
  @Override
  public boolean keepsStrongest() {
    return true;
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
