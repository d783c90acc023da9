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

/**
 * Reads a sequence step by step and keeps a state in mind: at each step it weighs the new input and the state before, and bends the sum.
 * h = tanh(W_ih·x + b_ih + W_hh·h₀ + b_hh). What lies many steps back fades, because it passes through the weights each time. Elman 1990.
 *
 * @param units numbers in the state
 * @param sequence whether the state after each step is given, not only that after the last
 * @param bidirectional whether a second set of weights reads the sequence from its end
 * @param dropout the share of the inputs that is forgotten while training
 * @param init how the weights start
 * @param trainable whether the weights are learned
 */
public record SimpleRnn(
    @Range(min = 1, max = 2048) int units,
    boolean sequence,
    boolean bidirectional,
    @Range(min = 0, max = 0.95) double dropout,
    Init init,
    boolean trainable) implements RecurrentLayer {

  /** Reads forward, with nothing forgotten. */
  public static SimpleRnn of(int units, boolean sequence) {
    return new SimpleRnn(units, sequence, false, 0, Init.of(Init.Kind.GLOROT_UNIFORM), true);
  }

  /** What reads as another recurrent layer does, with as many units but without gates; empty for all other layers. */
  public static Optional<SimpleRnn> withoutGates(Layer layer) {
    return layer instanceof RecurrentLayer gated && gated.gates() > 1
        ? Optional.of(new SimpleRnn(gated.units(), gated.sequence(), gated.bidirectional(), gated.dropout(), gated.init(),
            gated.trainable()))
        : Optional.empty();
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
