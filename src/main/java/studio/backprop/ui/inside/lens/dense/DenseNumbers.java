package studio.backprop.ui.inside.lens.dense;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;

/**
 * One row of a dense layer: z = Σ x·w + b for each neuron. A sequence has a row for each time step, a table one.
 *
 * @param weight W, inputs × neurons: cached, as each of its values is read in each frame
 */
public record DenseNumbers(OpLook op, int line, Tensors weight) {
  /** Tolerance of equal quotients. */
  private static final float SAME = 1e-4f;

  public DenseNumbers(OpLook op, int line) {
    this(op, line, op.parameter("weight").orElseThrow());
  }

  Tensors x() {
    return op.inputs().get(0);
  }

  int inputs() {
    return weight.rows();
  }

  public int neurons() {
    return (int) weight.shape().count();
  }

  int lines() {
    return x().values().length / inputs();
  }

  float input(int i) {
    return x().values()[line * inputs() + i];
  }

  float weight(int i, int neuron) {
    return weight.values()[i * neurons() + neuron];
  }

  public float z(int neuron) {
    return op.output().values()[line * neurons() + neuron];
  }

  /** δ = ∂L/∂z of a neuron; NaN if not computed. */
  float delta(int neuron) {
    return op.output().grads() == null ? Float.NaN : op.output().grads()[line * neurons() + neuron];
  }

  /** Bias of a neuron, NaN without. */
  public float bias(int neuron) {
    return op.parameter("bias").map(bias -> bias.values()[neuron]).orElse(Float.NaN);
  }

  /** Inputs of this row. */
  float[] row(float[] numbers) {
    float[] row = new float[inputs()];
    System.arraycopy(numbers, line * inputs(), row, 0, row.length);
    return row;
  }

  /** Neurons of this row. */
  float[] neurons(float[] all) {
    float[] own = new float[neurons()];
    System.arraycopy(all, line * own.length, own, 0, own.length);
    return own;
  }

  /** Inputs with the largest |x·w|, in order; all where there are not more. */
  int[] strongest(int neuron, int most) {
    float[] products = products(neuron);
    return IntStream.range(0, products.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(products[i]))).limit(most)
        .mapToInt(i -> i).sorted().toArray();
  }

  /** x·w by input. */
  public float[] products(int neuron) {
    float[] products = new float[inputs()];
    for (int i = 0; i < products.length; i++) {
      products[i] = input(i) * weight(i, neuron);
    }
    return products;
  }

  /** ∂L/∂w of a neuron for this row: δ·x. */
  float[] weightGradients(int neuron) {
    float[] gradients = row(x().values());
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] *= delta(neuron);
    }
    return gradients;
  }

  /** Transpose of a matrix in the shape of the weights. */
  float[] turned(float[] numbers) {
    int inputs = inputs();
    int neurons = neurons();
    float[] turned = new float[numbers.length];
    for (int i = 0; i < inputs; i++) {
      for (int neuron = 0; neuron < neurons; neuron++) {
        turned[neuron * inputs + i] = numbers[i * neurons + neuron];
      }
    }
    return turned;
  }

  /**
   * ∂L/∂a where the loss is fused with the activation: δ ⁄ f′(z) for an elementwise function; −y ⁄ a for a softmax, which differs from δ ⁄
   * a by a term common to all classes.
   *
   * @param activations a of this row
   * @param slopes f′(z) of each neuron; empty for a softmax
   */
  float[] past(float[] activations, Optional<float[]> slopes) {
    float[] found = neurons(op.output().grads());
    for (int neuron = 0; neuron < found.length; neuron++) {
      found[neuron] /= slopes.isPresent() ? slopes.get()[neuron] : activations[neuron];
    }
    if (slopes.isEmpty()) {
      float shared = Float.NEGATIVE_INFINITY; // of every class but the labelled one
      for (float quotient : found) {
        shared = quotient > shared ? quotient : shared;
      }
      for (int neuron = 0; neuron < found.length; neuron++) {
        found[neuron] = found[neuron] > shared * (1 - SAME) ? 0 : found[neuron] - shared;
      }
    }
    return found;
  }
}
