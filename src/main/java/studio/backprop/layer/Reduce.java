package studio.backprop.layer;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.Builder;
import studio.backprop.op.MaxPool;
import studio.backprop.op.MeanOver;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** Reduces an axis: the mean over time makes a row of a sequence of any length. */
public record Reduce(Method method, Axis axis) implements AlongAxis {
  /** Reductions. */
  public enum Method {
    MEAN,
    MAX
  }

  @Override
  public Inference along(Shape in, int axis) {
    int[] left = IntStream.range(0, in.rank()).filter(other -> other != axis).map(in::size).toArray();
    return Inference.gives(left.length == 0 ? Shape.of(1) : Shape.of(left));
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int axis = axis(in);
    int outer = IntStream.range(0, axis).map(in::size).reduce(1, Math::multiplyExact);
    int inner = (int) in.count() / outer / in.size(axis);
    return WindowTies.images(new WindowAxis(in.size(axis), in.size(axis), 1, 1, 0, 0), new WindowAxis(inner, 1, 1, 1, 0, 0), outer, outer,
        outer)
        .seeing(axis == 0 && in.rank() == 3 ? Reach.PLACE : Reach.WHOLE);
  }

  @Override
  public String formula() {
    return "a = f(x_1, \\ldots, x_n)";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    int axis = axis(x.shape());
    Shape left = along(x.shape(), axis).shape();
    return builder.add(
        method == Method.MEAN ? new MeanOver(builder, "output", x, axis, left) : MaxPool.over(builder, "output", x, axis, left));
  }

  @Override
  public Message summary() {
    return Message.of("summary.reduce", Setting.choiceTitle(method), axis.title());
  }
}
