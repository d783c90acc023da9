package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.LstmSteps;
import studio.backprop.op.Recurrent;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/** Long short-term memory: a cell state and three gates. Hochreiter and Schmidhuber 1997. */
public record Lstm(
    @Range(min = 1, max = 2048) int units,
    boolean sequence,
    boolean bidirectional,
    @Range(min = 0, max = 0.95) double dropout,
    Init init,
    boolean trainable) implements RecurrentLayer {
  private static final RecurrentKind<Lstm> KIND = Lstm::new;

  /** Unidirectional, without dropout. */
  public static Lstm of(int units, boolean sequence) {
    return KIND.forward(units, sequence);
  }

  /** Converts another recurrent layer, with the same settings; empty for all other layers and for its own kind. */
  public static Optional<Layer> insteadOf(Layer layer) {
    return KIND.insteadOf(layer);
  }

  @Override
  public int gates() {
    return 4;
  }

  @Override
  public Recurrent read(Builder builder, Tensor x, Weights weights, Reading reading) {
    return new LstmSteps(builder, "output", x, weights, reading);
  }

  @Override
  public String formula() {
    return """
        i_t = \\sigma(W_i x_t + U_i h_{t-1} + b_i)
        f_t = \\sigma(W_f x_t + U_f h_{t-1} + b_f)
        o_t = \\sigma(W_o x_t + U_o h_{t-1} + b_o)
        g_t = \\tanh(W_g x_t + U_g h_{t-1} + b_g)
        c_t = f_t \\odot c_{t-1} + i_t \\odot g_t
        h_t = o_t \\odot \\tanh(c_t)""";
  }
}
