package studio.backprop.plan;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * ‖∂L/∂output‖ of nodes over a batch. A gradient is summed right before its own op sends it on: it is complete then, and still near in the
 * caches, where summing it costs a tenth of what it would cost after the pass.
 */
public final class GradientNorms {
  private final Kernels kernels;
  private final int[] places;
  private final Tensor[] ends;
  private final double[] squares;
  /** Which steps of the plan are measured. */
  private final boolean[] asked;

  GradientNorms(Plan plan, List<Integer> nodes, Kernels kernels) {
    this.kernels = kernels;
    this.places = nodes.stream().mapToInt(plan::lastBackward).toArray();
    this.ends = nodes.stream().map(node -> plan.gradient(node).orElse(null)).toArray(Tensor[]::new);
    this.squares = new double[plan.steps().size()];
    this.asked = new boolean[squares.length];
    IntStream.of(places).filter(place -> place >= 0).forEach(place -> asked[place] = true);
  }

  /** The gradient of a step's output is complete, and its op is about to send it on. */
  void before(int step, Tensor output) {
    if (asked[step]) {
      squares[step] = sum(output);
    }
  }

  /** Of a node in the last backward pass, by its place among those that were asked for; NaN where no gradient comes to it. */
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
