package studio.backprop.layer;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Repeats a row as a sequence, for a recurrent decoder of an encoder's last state.
 *
 * @param times steps of the sequence
 */
public record Repeat(@Range(min = 1, max = 65_536) int times) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 1 ? Inference.gives(Shape.of(times, in.size(0))) : Inference.refuses("refuse.needs_row", in);
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    int row = inputs.get(0).size(0);
    return Ties.moved(inputs, IntStream.range(0, times * row).map(i -> i % row).toArray());
  }

  @Override
  public String formula() {
    return "a_t = x, \\quad 1 \\le t \\le T";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new studio.backprop.op.RepeatRow(builder, "output", inputs.get(0), times));
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", times + " ×");
  }
}
