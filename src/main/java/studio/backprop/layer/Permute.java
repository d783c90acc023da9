package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Exchanges axes: each number stays with its row and its column, but columns now come first. Unlike a reshape, numbers move.
 *
 * @param order of the axes afterwards
 */
public record Permute(AxisOrder order) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return order.fits(in) ? Inference.gives(order.of(in)) : Inference.refuses("refuse.order", in, order.title());
  }

  @Override
  public Storage storage() {
    return Storage.EITHER;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new studio.backprop.op.Permute(builder, "output", inputs.get(0), order.axes()));
  }

  @Override
  public Message summary() {
    return order.title();
  }
}
