package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.AddPositions;
import studio.backprop.op.Builder;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Shown;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Positional encoding of attention inputs. Vaswani et al. 2017.
 *
 * @param positions sinusoidal or learned
 * @param init of learned positions
 * @param trainable for learned positions
 */
public record PositionalEncoding(
    Positions positions,
    @Shown(when = "positions", is = "LEARNED") Init init,
    @Shown(when = "positions", is = "LEARNED") boolean trainable) implements Layer {

  /** Kinds of encoding. */
  public enum Positions {
    /** P[t, 2i] = sin(t / 10000^(2i/features)), P[t, 2i + 1] = the cosine of the same: no parameters, any length. */
    SINUSOIDAL,
    LEARNED
  }

  private static final double LONGEST_WAVE = 10_000;

  public static PositionalEncoding of(Positions positions) {
    return new PositionalEncoding(positions, Init.of(Init.Kind.LECUN_NORMAL), true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 2 ? Inference.gives(in) : Inference.refuses("refuse.needs_sequence", in);
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return positions == Positions.SINUSOIDAL
        ? List.of()
        : List.of(ParameterSpec.embedding(in.size(0), in.size(1), init, trainable));
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.same(inputs.size());
  }

  @Override
  public String formula() {
    return "a_t = x_t + p_t";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    Tensor table = positions == Positions.SINUSOIDAL ? waves(x.shape()) : builder.parameter("weight");
    return builder.add(new AddPositions(builder, "output", x, table));
  }

  private static Tensor waves(Shape shape) {
    Tensor table = new Tensor("positions", 1, shape, false);
    int features = shape.size(1);
    float[] waves = new float[table.count()];
    for (int i = 0; i < waves.length; i++) {
      int feature = i % features;
      double angle = i / features / Math.pow(LONGEST_WAVE, feature / 2 * 2 / (double) features);
      waves[i] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
    }
    table.set(waves);
    return table;
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", Setting.choiceTitle(positions));
  }
}
