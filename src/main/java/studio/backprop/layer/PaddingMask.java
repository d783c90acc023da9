package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.NotPadding;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Says which steps of a sequence count: 1 for each, 0 for those that only fill it up to its length. Wired into a layer that takes a mask,
 * it keeps the filling out of sight. Of a sequence of features, those steps fill up whose numbers all are the padding.
 *
 * @param padding the token or number that fills up
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
