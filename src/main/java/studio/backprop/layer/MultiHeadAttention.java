package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.Projection;
import studio.backprop.op.ScaledDotProductAttention;
import studio.backprop.op.ScaledDotProductAttention.Columns;
import studio.backprop.op.ScaledDotProductAttention.Sight;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Multi-head attention: self-attention with one sequence, cross-attention to a second one. An optional mask hides padding steps of the
 * keys. Vaswani et al. 2017.
 *
 * @param heads which share the features evenly
 * @param causal whether a time step attends only to itself and earlier ones
 * @param init of the weights
 * @param bias of queries, keys, values and output
 */
public record MultiHeadAttention(@Range(min = 1, max = 256) int heads, boolean causal, Init init, boolean bias, boolean trainable)
    implements Layer {

  public static MultiHeadAttention of(int heads, boolean causal) {
    return new MultiHeadAttention(heads, causal, Init.of(Init.Kind.GLOROT_UNIFORM), true, true);
  }

  @Override
  public Arity arity() {
    return new Arity(1, 3);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    return inlets.refusal(inputs, 2).orElseGet(() -> infer(inputs, inlets));
  }

  private Inference infer(List<Shape> inputs, Inlets inlets) {
    Shape in = inputs.get(inlets.main());
    Shape other = inputs.get(inlets.other());
    if (in.size(1) % heads != 0) {
      return Inference.refusesInput(inlets.main(), "refuse.heads", heads, in.size(1));
    }
    return other.size(1) == in.size(1)
        ? Inference.gives(in)
        : Inference.refusesInput(inlets.other(), "refuse.cross_features", other.size(1), in.size(1));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int width = inputs.get(Inlets.of(inputs).main()).size(1);
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight("inProjWeight", 3 * width, Shape.of(width), init, width, width, trainable));
    specs.add(ParameterSpec.weight("outProjWeight", width, Shape.of(width), init, width, width, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias("inProjBias", 3 * width, trainable));
      specs.add(ParameterSpec.bias("outProjBias", width, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    long width = inputs.get(inlets.main()).size(1);
    long queries = inputs.get(inlets.main()).size(0);
    long keys = inputs.get(inlets.other()).size(0);
    return 2 * width * (2 * width * (queries + keys) + 2 * queries * keys);
  }

  @Override
  public long inputFlops(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    Shape asking = inputs.get(inlets.main());
    Shape asked = inputs.get(inlets.other());
    return 2L * asking.size(1) * (asking.count() + 2L * asked.count());
  }

  @Override
  public String formula() {
    return """
        Q = x W_Q, \\quad K = x W_K, \\quad V = x W_V
        A = \\mathrm{softmax}\\!\\left(\\frac{Q K^{\\top}}{\\sqrt{d}}\\right)
        a = \\left[A_1 V_1, \\ldots, A_h V_h\\right] W_O""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Inlets inlets = Inlets.of(inputs.stream().map(Tensor::shape).toList());
    Tensor x = inputs.get(inlets.main());
    int width = x.shape().size(1);
    Sight sight = new Sight(inlets.mask().map(inputs::get).orElse(null), causal);
    Tensor seen;
    if (inlets.main() == inlets.other()) {
      Tensor all = project(builder, "queries_keys_values", x, 0, 3 * width);
      seen = attend(builder, new Columns(all, 0), new Columns(all, width), new Columns(all, 2 * width), width, sight);
    } else {
      Tensor asking = project(builder, "queries", x, 0, width);
      Tensor asked = project(builder, "keys_values", inputs.get(inlets.other()), width, 2 * width);
      seen = attend(builder, new Columns(asking, 0), new Columns(asked, 0), new Columns(asked, width), width, sight);
    }
    return builder.add(
        new Projection(builder, "output", seen, builder.parameter("outProjWeight"), builder.parameter("outProjBias"), 0, width));
  }

  private static Tensor project(Builder builder, String name, Tensor x, int first, int out) {
    return builder.add(new Projection(builder, name, x, builder.parameter("inProjWeight"), builder.parameter("inProjBias"), first, out));
  }

  private Tensor attend(Builder builder, Columns q, Columns k, Columns v, int width, Sight sight) {
    return builder.add(new ScaledDotProductAttention(builder, "heads", q, k, v, width, heads, sight));
  }

  @Override
  public Message summary() {
    return causal ? Message.of("summary.activation", headsInWords(), Message.of("summary.causal")) : headsInWords();
  }

  private Message headsInWords() {
    return Message.of("summary.heads", heads);
  }
}
