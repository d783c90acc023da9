package studio.backprop.op;

import studio.backprop.kernel.GruNumbers;
import studio.backprop.tensor.Tensor;

/**
 * r, z = σ of W_ih·x + b_ih + W_hh·h₀ + b_hh; n = tanh(W_ih·x + b_ih + r·(W_hh·h₀ + b_hh)); h = (1 − z)·n + z·h₀, with the state h₀ before
 * the
 * step. Cho et al. 2014, with the reset applied to the product with the state.
 */
public final class GruSteps extends Recurrent {
  public GruSteps(Builder builder, String name, Tensor x, Weights weights, Reading reading) {
    super(builder, name, x, weights, reading);
    Tensor reset = gate("reset gate");
    Tensor update = gate("update gate");
    Tensor candidate = each("candidate");
    Tensor recalled = each("recalled");
    addGate(candidate, recalled);
    goesBy(
        kernels.gru(new GruNumbers(numbers(reset), numbers(update), numbers(candidate), numbers(recalled), numbers(states()))));
  }
}
