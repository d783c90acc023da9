package studio.backprop.observe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Units of each node that contribute most to the predicted class of an example, by activation × gradient of its logit, summed over a
 * channel. Simonyan, Vedaldi and Zisserman 2014; Shrikumar et al. 2016 (gradient × input).
 */
public final class StrongestPath {
  /** Largest number of units per node. */
  public static final int UNITS = 3;

  private final Map<Integer, Through> nodes = new TreeMap<>();

  /**
   * Path through a node.
   *
   * @param units units with the largest positive contributions, descending
   * @param contributions of those, relative to all positive ones of the node
   * @param cells numbers per unit
   */
  public record Through(int[] units, double[] contributions, int cells) {
    /** Total contribution of these units, from 0 to 1. */
    public double share() {
      return Arrays.stream(contributions).sum();
    }
  }

  private StrongestPath() {}

  /** To be called after a backward pass from the class's logit. */
  static StrongestPath of(Network network, Plan plan) {
    StrongestPath way = new StrongestPath();
    for (Node node : network.nodes()) {
      Optional<Tensor> output = plan.output(node.id()).filter(tensor -> tensor.count() > 0);
      Optional<Tensor> gradient = plan.gradient(node.id()).filter(Tensor::hasGrad);
      if (output.isPresent() && gradient.isPresent() && output.get().rowCount() == gradient.get().rowCount()) {
        way.nodes.put(node.id(), through(output.get(), gradient.get()));
      }
    }
    return way;
  }

  private static Through through(Tensor output, Tensor gradient) {
    Shape shape = output.shape();
    boolean image = shape.rank() == 3;
    int count = image ? shape.size(0) : shape.rank() == 0 ? 1 : shape.size(shape.rank() - 1);
    int cells = output.rowCount() / count;
    float[] activations = new float[output.rowCount()];
    float[] slopes = new float[output.rowCount()];
    output.copyRow(0, activations);
    gradient.copyRowGrad(0, slopes);
    double[] contributions = new double[count];
    for (int at = 0; at < activations.length; at++) {
      contributions[image ? at / cells : at % count] += (double) activations[at] * slopes[at];
    }
    double all = Arrays.stream(contributions).filter(one -> one > 0).sum();
    int[] strongest = IntStream.range(0, count).filter(unit -> contributions[unit] > 0).boxed()
        .sorted(Comparator.comparingDouble(unit -> -contributions[unit])).limit(UNITS).mapToInt(Integer::intValue).toArray();
    return new Through(strongest, Arrays.stream(strongest).mapToDouble(unit -> contributions[unit] / all).toArray(), image ? cells : 1);
  }

  /** Empty for nodes without gradient. */
  public Optional<Through> through(int node) {
    return Optional.ofNullable(nodes.get(node));
  }
}
