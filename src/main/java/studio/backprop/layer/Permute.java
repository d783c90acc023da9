package studio.backprop.layer;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Transposes axes; unlike a reshape, data are reordered.
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
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int[] axes = order.axes();
    int[] sizes = order.of(in).toArray();
    int[] route = new int[(int) in.count()];
    for (int i = 0; i < route.length; i++) {
      int rest = i;
      for (int axis = axes.length - 1; axis >= 0; axis--) {
        int inner = IntStream.range(axes[axis] + 1, in.rank()).map(in::size).reduce(1, Math::multiplyExact);
        route[i] += rest % sizes[axis] * inner;
        rest /= sizes[axis];
      }
    }
    return Ties.moved(inputs, route);
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public String formula() {
    return "a_{\\pi(i,\\,j,\\,\\ldots)} = x_{i,\\,j,\\,\\ldots}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new studio.backprop.op.PermuteAxes(builder, "output", inputs.get(0), order.axes()));
  }

  @Override
  public Message summary() {
    return order.title();
  }
}
