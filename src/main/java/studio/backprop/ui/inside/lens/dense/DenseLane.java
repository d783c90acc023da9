package studio.backprop.ui.inside.lens.dense;

import java.util.Arrays;

/**
 * Values of the forward or backward pass of one row through a dense layer; sums and products are those of one neuron.
 *
 * @param inputs by input, null if unknown
 * @param matrix a row for each neuron, null if unknown
 * @param limit magnitude at the end of the matrix's colour scale
 * @param left first factor of each product
 * @param middle second factor
 * @param bias term of the bias, NaN without
 * @param sum of all terms, NaN if it is no sum
 * @param answers outputs by neuron after the activation, null if unknown
 */
record DenseLane(
    boolean back, float[] inputs, float[] matrix, float limit, float[] left, float[] middle, float[] products, float bias, float sum,
    float[] sums,
    float[] answers) {
  static DenseLane forward(DenseNumbers numbers, int neuron, float[] matrix, float limit, float[] answers) {
    float[] weights = new float[numbers.inputs()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = numbers.weight(i, neuron);
    }
    float[] x = numbers.row(numbers.x().values());
    return new DenseLane(
        false, x, matrix, limit, x, weights, numbers.products(neuron), numbers.bias(neuron), numbers.z(neuron),
        numbers.neurons(numbers.op().output().values()), answers);
  }

  /** Backward pass of δ: to the weights as δ·x, to the bias unchanged. */
  static DenseLane backward(DenseNumbers numbers, int neuron, float[] matrix, float limit, float[] answers) {
    float[] deltas = new float[numbers.inputs()];
    Arrays.fill(deltas, numbers.delta(neuron));
    float[] arriving = numbers.x().grads() == null ? null : numbers.row(numbers.x().grads());
    return new DenseLane(
        true, arriving, matrix, limit, deltas, numbers.row(numbers.x().values()), numbers.weightGradients(neuron),
        Float.isNaN(numbers.bias(neuron)) ? Float.NaN : numbers.delta(neuron), Float.NaN, numbers.neurons(numbers.op().output().grads()),
        answers);
  }
}
