package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.GruSteps;
import studio.backprop.op.Recurrent;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/** Gated recurrent unit: two gates, fewer weights than an LSTM. Cho et al. 2014. */
public record Gru(
    @Range(min = 1, max = 2048) int units,
    boolean sequence,
    boolean bidirectional,
    @Range(min = 0, max = 0.95) double dropout,
    Init init,
    boolean trainable) implements RecurrentLayer {
  private static final RecurrentKind<Gru> KIND = Gru::new;

  /** Unidirectional, without dropout. */
  public static Gru of(int units, boolean sequence) {
    return KIND.forward(units, sequence);
  }

  /** Converts another recurrent layer, with the same settings; empty for all other layers and for its own kind. */
  public static Optional<Layer> insteadOf(Layer layer) {
    return KIND.insteadOf(layer);
  }

  @Override
  public int gates() {
    return 3;
  }

  @Override
  public Recurrent read(Builder builder, Tensor x, Weights weights, Reading reading) {
    return new GruSteps(builder, "output", x, weights, reading);
  }

  @Override
  public String formula() {
    return """
        r_t = \\sigma(W_r x_t + U_r h_{t-1} + b_r)
        z_t = \\sigma(W_z x_t + U_z h_{t-1} + b_z)
        s_t = U_n h_{t-1} + b'_n
        n_t = \\tanh(W_n x_t + b_n + r_t \\odot s_t)
        h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}""";
  }
}
