package studio.backprop.layer;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Slice along an axis.
 *
 * @param from first index; negative ones count from the end
 * @param to exclusive; 0 is the end, negative ones count from there
 */
public record Slice(
    Axis axis, @Range(min = -65_536, max = 65_536) int from, @Range(min = -65_536, max = 65_536) int to) implements AlongAxis {

  @Override
  public Inference along(Shape in, int axis) {
    int first = first(in.size(axis));
    int end = end(in.size(axis));
    if (first < 0 || first >= end || end > in.size(axis)) {
      return Inference.refuses("refuse.slice", from, to, axis().title(), in.size(axis));
    }
    int[] sizes = in.toArray();
    sizes[axis] = end - first;
    return Inference.gives(Shape.of(sizes));
  }

  private int first(int size) {
    return from < 0 ? size + from : from;
  }

  private int end(int size) {
    return to <= 0 ? size + to : to;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int axis = axis(in);
    int inner = IntStream.range(axis + 1, in.rank()).map(in::size).reduce(1, Math::multiplyExact);
    int first = first(in.size(axis));
    int kept = end(in.size(axis)) - first;
    int count = (int) in.count() / in.size(axis) * kept;
    int[] route = IntStream.range(0, count).map(i -> (i / (kept * inner) * in.size(axis) + first) * inner + i % (kept * inner)).toArray();
    return Ties.moved(inputs, route);
  }

  @Override
  public String formula() {
    return "a_i = x_{p+i}, \\quad 0 \\le i < q - p";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    int axis = axis(x.shape());
    int size = x.shape().size(axis);
    return builder.add(new studio.backprop.op.SliceAxis(builder, "output", x, axis, first(size), end(size)));
  }

  @Override
  public Message summary() {
    return to == 0
        ? Message.of("summary.slice_to_end", axis.title(), String.valueOf(from))
        : Message.of("summary.slice", axis.title(), String.valueOf(from), String.valueOf(to));
  }
}
