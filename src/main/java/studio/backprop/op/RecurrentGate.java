package studio.backprop.op;

import java.util.Arrays;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.PackedMatrix;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.tensor.Tensor;

/** Products of one gate of a recurrent layer: its rows of the weights, and its pre-activations of all steps. */
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
   * @param number index in the order of the weights
   * @param fromInput input part of the pre-activations, [time, units]
   * @param fromState recurrent part: usually the same tensor
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

  /** Initializes the pre-activations of all steps with biases and inputs. inputs: [time, batch, features]. */
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

  /** Adds the recurrent part of the states at {@code before} to the pre-activations at {@code at}, for some examples of one step. */
  void addState(int examples, float[] states, int before, int at) {
    stateTransposed.addProduct(examples, states, before, fromState.values(), at);
  }

  void pack() {
    state.pack(weights.state().values(), first * units);
  }

  /** Adds the gradient of the pre-activations at {@code at} to that of the states at {@code before}, for some examples of one step. */
  void addStateGradient(int examples, int at, float[] stateGrads, int before) {
    state.addProduct(examples, fromState.grads(), at, stateGrads, before);
  }

  /** Gradient of the inputs, all steps. */
  void giveInputGradient(boolean add, float[] inputGrads) {
    kernels.multiply(
        add, rows, features, units, fromInput.grads(), 0, weights.input().values(), first * features, inputGrads, 0);
  }

  /** Weight gradients, one product over all steps each. The state before step 0 is at {@code before}. */
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
