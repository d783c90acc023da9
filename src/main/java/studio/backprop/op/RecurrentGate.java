package studio.backprop.op;

import java.util.Arrays;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.PackedMatrix;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.tensor.Tensor;

/** The products of one gate of a recurrent layer: its rows of the weights, and the sums they give for all steps. */
final class RecurrentGate {
  private final Kernels kernels;
  private final Weights weights;
  private final Tensor fromInput;
  private final Tensor fromState;
  private final int units;
  private final int features;
  private final int first;
  private final int rows;
  private final PackedMatrix stateTransposed;
  private final PackedMatrix state;
  private final float[] bias;

  /**
   * @param number of the gate, in the order of the weights
   * @param fromInput the sums to which the inputs contribute, [time, units]
   * @param fromState the sums to which the state before contributes: mostly the same
   */
  RecurrentGate(Kernels kernels, Weights weights, int number, Tensor fromInput, Tensor fromState) {
    this.kernels = kernels;
    this.weights = weights;
    this.fromInput = fromInput;
    this.fromState = fromState;
    this.units = weights.state().rowCount();
    this.features = weights.input().rowCount();
    this.first = number * units;
    this.rows = fromInput.count() / units;
    this.stateTransposed = kernels.packed(units, units);
    this.state = fromInput.hasGrad() ? kernels.packed(units, units) : null;
    this.bias = new float[units];
  }

  /** Begins all sums: the biases and the inputs of the whole sequence. inputs: [time, batch, features]. */
  void sumInputs(float[] inputs) {
    startBias();
    float[] w = weights.input().values();
    kernels.affineTransposed(rows, units, features, inputs, 0, w, first * features, bias, 0, fromInput.values(), 0);
    stateTransposed.packTransposed(weights.state().values(), first * units);
  }

  private void startBias() {
    System.arraycopy(weights.inputBias().values(), first, bias, 0, units);
    float[] stateBias = weights.stateBias().values();
    if (fromState == fromInput) {
      for (int j = 0; j < units; j++) {
        bias[j] += stateBias[first + j];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(stateBias, first, fromState.values(), row * units, units);
    }
  }

  /** Adds what the states at {@code before} contribute to the sums at {@code at}, for some examples of one step. */
  void addState(int examples, float[] states, int before, int at) {
    stateTransposed.addProduct(examples, states, before, fromState.values(), at);
  }

  /** Before a backward pass. */
  void pack() {
    state.pack(weights.state().values(), first * units);
  }

  /** Adds what goes back from the sums at {@code at} to the states at {@code before}, for some examples of one step. */
  void addStateGradient(int examples, int at, float[] stateGrads, int before) {
    state.addProduct(examples, fromState.grads(), at, stateGrads, before);
  }

  /** What goes back from the sums of all steps to the inputs. */
  void giveInputGradient(boolean add, float[] inputGrads) {
    kernels.multiply(
        add, rows, features, units, fromInput.grads(), 0, weights.input().values(), first * features, inputGrads, 0);
  }

  /** The gradients of the weights, one product over all steps each. The state before step 0 is at {@code before}. */
  void addWeightGradients(float[] inputs, float[] states, int before) {
    if (weights.input().hasGrad()) {
      float[] dw = weights.input().grads();
      kernels.multiplyLeftTransposed(true, units, features, rows, fromInput.grads(), 0, inputs, 0, dw, first * features);
    }
    if (weights.state().hasGrad()) {
      float[] dw = weights.state().grads();
      kernels.multiplyLeftTransposed(true, units, units, rows, fromState.grads(), 0, states, before, dw, first * units);
    }
    addBiasGradient(weights.inputBias(), fromInput);
    addBiasGradient(weights.stateBias(), fromState);
  }

  private void addBiasGradient(Tensor of, Tensor sums) {
    if (!of.hasGrad()) {
      return;
    }
    if (sums != fromInput || of == weights.inputBias()) {
      Arrays.fill(bias, 0f);
      kernels.addRows(rows, units, sums.grads(), 0, bias, 0);
    }
    for (int j = 0; j < units; j++) {
      of.grads()[first + j] += bias[j];
    }
  }
}
