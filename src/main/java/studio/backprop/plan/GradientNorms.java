package studio.backprop.plan;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * ‖∂L/∂output‖ of nodes over a batch. A gradient is summed right before its op propagates it: it is complete and cached then, at a tenth of
 * the cost of summing after the pass.
 */
public final class GradientNorms {
  private final Kernels kernels;
  private final int[] places;
  private final Tensor[] ends;
  private final double[] squares;
  /** Measured steps. */
  private final boolean[] asked;

  GradientNorms(Plan plan, List<Integer> nodes, Kernels kernels) {
    this.kernels = kernels;
    this.places = nodes.stream().mapToInt(plan::lastBackward).toArray();
    this.ends = nodes.stream().map(node -> plan.gradient(node).orElse(null)).toArray(Tensor[]::new);
    this.squares = new double[plan.steps().size()];
    this.asked = new boolean[squares.length];
    IntStream.of(places).filter(place -> place >= 0).forEach(place -> asked[place] = true);
  }

  /** Called when the gradient of a step's output is complete, before it is propagated. */
  void before(int step, Tensor output) {
    if (asked[step]) {
      squares[step] = sum(output);
    }
  }

  /** Norm of the last backward pass, by index among the measured nodes; NaN without a gradient. */
  public double of(int index) {
    if (places[index] < 0 && ends[index] == null) {
      return Double.NaN;
    }
    return Math.sqrt(places[index] < 0 ? sum(ends[index]) : squares[places[index]]);
  }

  private double sum(Tensor tensor) {
    return kernels.sumOfSquares(tensor.grads(), tensor.count());
  }
}
