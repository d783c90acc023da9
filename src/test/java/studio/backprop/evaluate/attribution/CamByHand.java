package studio.backprop.evaluate.attribution;

import java.util.Arrays;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Tensor;

/**
 * Grad-CAM of the last convolution of the sample digits-cnn, worked out a second time with plain loops in double precision: convolution,
 * ReLU, max pool, convolution, ReLU, dense. Once with A as the node gives it out, after its ReLU, and once with A before it.
 */
final class CamByHand {
  private static final int SIDE = 8;
  private static final int SMALL = 4;
  private static final int KERNEL = 3;

  /** α of each map. */
  final double[] alpha;
  /** Σ α · A at each place, without the last relu. */
  final double[] sums;
  /** Σ ∂s ⁄ ∂A · A of all places; the score less its bias, because only a dense layer follows. */
  final double total;
  /** What the biases add to the score. */
  final double bias;
  /** The largest of Σ α · Z, where Z are the maps before their ReLU and α the mean of ∂s ⁄ ∂Z. */
  final double mostBeforeRelu;

  CamByHand(Parameters parameters, float[] example, int of, int classes) {
    double[][] first = convolved(new double[][] {doubles(example)}, SIDE, floats(parameters, 2, "weight"), floats(parameters, 2, "bias"));
    double[][] pooled = Arrays.stream(first).map(CamByHand::pooled).toArray(double[][]::new);
    double[][] before = convolved(pooled, SMALL, floats(parameters, 4, "weight"), floats(parameters, 4, "bias"));
    float[] dense = floats(parameters, 6, "weight");
    int area = SMALL * SMALL;
    alpha = new double[before.length];
    sums = new double[area];
    double[] early = new double[area];
    double all = 0;
    for (int k = 0; k < before.length; k++) {
      double meanBefore = 0;
      for (int i = 0; i < area; i++) {
        double slope = slope(dense, k * area + i, of, classes);
        alpha[k] += slope / area;
        meanBefore += before[k][i] > 0 ? slope / area : 0;
        all += slope * Math.max(0, before[k][i]);
      }
      for (int i = 0; i < area; i++) {
        sums[i] += alpha[k] * Math.max(0, before[k][i]);
        early[i] += meanBefore * before[k][i];
      }
    }
    total = all;
    bias = slope(floats(parameters, 6, "bias"), 0, of, classes);
    mostBeforeRelu = Arrays.stream(early).max().orElseThrow();
  }

  /** Of the logit of a class, less the mean of all logits. */
  private static double slope(float[] weights, int from, int of, int classes) {
    double mean = 0;
    for (int c = 0; c < classes; c++) {
      mean += weights[from * classes + c] / (double) classes;
    }
    return weights[from * classes + of] - mean;
  }

  private static double[][] convolved(double[][] maps, int side, float[] kernels, float[] biases) {
    double[][] out = new double[biases.length][side * side];
    for (int k = 0; k < biases.length; k++) {
      for (int i = 0; i < side * side; i++) {
        out[k][i] = biases[k];
        for (int tap = 0; tap < KERNEL * KERNEL * maps.length; tap++) {
          int y = i / side + tap / KERNEL % KERNEL - 1;
          int x = i % side + tap % KERNEL - 1;
          boolean inside = y >= 0 && x >= 0 && y < side && x < side;
          out[k][i] += inside ? kernels[k * KERNEL * KERNEL * maps.length + tap] * maps[tap / (KERNEL * KERNEL)][y * side + x] : 0;
        }
      }
    }
    return out;
  }

  /** The largest of each 2×2, after a ReLU. */
  private static double[] pooled(double[] map) {
    double[] out = new double[SMALL * SMALL];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int to = i / SIDE / 2 * SMALL + i % SIDE / 2;
      out[to] = Math.max(out[to], map[i]);
    }
    return out;
  }

  private static float[] floats(Parameters parameters, int node, String name) {
    Tensor tensor = parameters.find(node, name).orElseThrow().tensor();
    float[] numbers = new float[Math.toIntExact(tensor.shape().count()) * tensor.rows()];
    tensor.copyTo(numbers);
    return numbers;
  }

  private static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }
}
