package studio.backprop.ui.inside.lens.dense;

import java.util.Arrays;

/**
 * The numbers of one way through a dense layer, forward or back, of one row; the sums and products are those of one neuron.
 *
 * @param back whether it is the way back
 * @param inputs a number for each input, null where there is none
 * @param matrix a line for each neuron, null where there is none
 * @param limit the size of a number of the matrix that has the colour at the end of the scale
 * @param left the first factor of each input's product
 * @param middle the second factor
 * @param products what they make
 * @param bias what the bias adds, NaN where there is none
 * @param sum what all of it makes, NaN where it is no sum
 * @param sums a number for each neuron
 * @param answers a number for each neuron behind the activation, null where there is none
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

  /** The way back of δ: to the weights as δ·x, to the bias as it is. */
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
