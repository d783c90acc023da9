package studio.backprop.op;

import studio.backprop.kernel.LstmNumbers;
import studio.backprop.tensor.Tensor;

/**
 * i, f, g, o = σ, σ, tanh, σ of W_ih·x + b_ih + W_hh·h₀ + b_hh; c = f·c₀ + i·g; h = o·tanh c, with the state h₀ and the cell c₀ before the
 * step. The cell's gradient is not multiplied by weights from step to step. Hochreiter and Schmidhuber 1997, with the forget gate of Gers,
 * Schmidhuber and Cummins 2000.
 */
public final class LstmSteps extends Recurrent {
  public LstmSteps(Builder builder, String name, Tensor x, Weights weights, Reading reading) {
    super(builder, name, x, weights, reading);
    Tensor in = gate("input gate");
    Tensor forget = gate("forget gate");
    Tensor candidate = gate("candidate");
    Tensor out = gate("output gate");
    Tensor cells = carried("cells");
    float[] bent = new float[in.count()];
    goesBy(
        kernels.lstm(
            new LstmNumbers(numbers(in), numbers(forget), numbers(candidate), numbers(out), numbers(cells), bent, numbers(states()))));
  }
}
