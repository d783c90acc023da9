package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.Recurrent;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.op.SimpleRnnSteps;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/** Simple recurrent layer. h = tanh(W_ih·x + b_ih + W_hh·h₀ + b_hh). Gradients vanish over many steps. Elman 1990. */
public record SimpleRnn(
    @Range(min = 1, max = 2048) int units,
    boolean sequence,
    boolean bidirectional,
    @Range(min = 0, max = 0.95) double dropout,
    Init init,
    boolean trainable) implements RecurrentLayer {
  private static final RecurrentKind<SimpleRnn> KIND = SimpleRnn::new;

  /** Unidirectional, without dropout. */
  public static SimpleRnn of(int units, boolean sequence) {
    return KIND.forward(units, sequence);
  }

  /** Converts another recurrent layer, with the same settings; empty for all other layers and for its own kind. */
  public static Optional<Layer> insteadOf(Layer layer) {
    return KIND.insteadOf(layer);
  }

  @Override
  public int gates() {
    return 1;
  }

  @Override
  public Recurrent read(Builder builder, Tensor x, Weights weights, Reading reading) {
    return new SimpleRnnSteps(builder, "output", x, weights, reading);
  }

  @Override
  public String formula() {
    return "h_t = \\tanh(W x_t + U h_{t-1} + b)";
  }
}
