package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.Gather;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Embedding of tokens as learned vectors. Bengio et al. 2003.
 *
 * @param vocabulary number of tokens, from 0
 * @param dimension of the vectors
 */
public record Embedding(
    @Range(min = 1, max = 1_000_000) int vocabulary, @Range(min = 1, max = 4096) int dimension, Init init, boolean trainable)
    implements Layer {

  public static Embedding of(int vocabulary, int dimension) {
    return new Embedding(vocabulary, dimension, Init.of(Init.Kind.LECUN_NORMAL), true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 1
        ? Inference.gives(Shape.of(in.size(0), dimension))
        : Inference.refuses("refuse.needs_tokens", in);
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    return List.of(ParameterSpec.embedding(vocabulary, dimension, init, trainable));
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.rows(1, dimension);
  }

  @Override
  public String formula() {
    return "a_t = E_{x_t}, \\quad E \\in \\mathbb{R}^{V \\times d}";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new Gather(builder, "output", inputs.get(0), builder.parameter("weight")));
  }

  @Override
  public Message summary() {
    return Message.of("summary.table", vocabulary, dimension);
  }
}
