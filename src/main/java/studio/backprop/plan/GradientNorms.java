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

  GradientNorms(Plan plan, List<Integer> nodes, Kernels kernels) {
    this.kernels = kernels;
    this.places = nodes.stream().mapToInt(plan::lastBackward).toArray();
    this.ends = nodes.stream().map(node -> plan.gradient(node).orElseThrow()).toArray(Tensor[]::new);
    this.squares = new double[plan.steps().size()];
  }

  /** Which steps of the plan are to be measured. */
  boolean[] asked() {
    boolean[] asked = new boolean[squares.length];
    IntStream.of(places).filter(place -> place >= 0).forEach(place -> asked[place] = true);
    return asked;
  }

  void measure(int step, Tensor output) {
    squares[step] = sum(output);
  }

  /** Of a node in the last backward pass, by its place among those that were asked for. */
  public double of(int index) {
    return Math.sqrt(places[index] < 0 ? sum(ends[index]) : squares[places[index]]);
  }

  private double sum(Tensor tensor) {
    return kernels.sumOfSquares(tensor.grads(), tensor.count());
  }
}
