package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.NotPadding;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Padding mask of a sequence: 1 for content, 0 for padding. Of a sequence of features, steps are padding if all features equal the padding
 * value.
 *
 * @param padding token or value
 */
public record PaddingMask(@Range(min = 0, max = 1_000_000) int padding) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 1 || in.rank() == 2 ? Inference.gives(Shape.of(in.size(0))) : Inference.refuses("refuse.needs_tokens", in);
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 1 ? Ties.same(1) : Ties.rows(in.size(1), 1);
  }

  @Override
  public String formula() {
    return "a_t = \\begin{cases} 0 & \\quad x_t = p \\\\ 1 & \\quad x_t \\ne p \\end{cases}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new NotPadding(builder, "output", inputs.get(0), padding));
  }

  @Override
  public Message summary() {
    return Message.of("summary.not", padding);
  }
}
