package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** h = tanh(W_ih·x + b_ih + W_hh·h₀ + b_hh), h₀ being the state before the step. Elman 1990. */
public final class SimpleRnnSteps extends Recurrent {
  public SimpleRnnSteps(Builder builder, String name, Tensor x, Weights weights, Reading reading) {
    super(builder, name, x, weights, reading);
    Tensor sums = gate("sums");
    goesBy(kernels.simpleRnn(numbers(sums), numbers(states())));
  }
}
