package studio.backprop.train.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.train.Snapshot;

/**
 * How far a node of one run is from the same node of another: ‖B − A‖ ⁄ ‖A‖, 0 where they are equal, NaN where there is nothing to compare.
 *
 * @param node by its id
 * @param weights over all that it has learned
 * @param output over what the chosen example makes it answer
 */
public record Difference(int node, double weights, double output) {
  /** Node by node in the order of the network, where there is something to compare. Both must be of networks with the same shapes. */
  public static List<Difference> between(Snapshot a, Snapshot b, Network network) {
    List<Difference> all = new ArrayList<>();
    Map<Integer, Ratio> weights = weights(a, b);
    for (Node node : network.analyse().order()) {
      double learned = weights.getOrDefault(node.id(), Ratio.NONE).value();
      double output = Double.NaN;
      if (a.activations().has(node.id()) && b.activations().has(node.id())) {
        output = Ratio.NONE.with(a.activations().output(node.id()), b.activations().output(node.id())).value();
      }
      if (!Double.isNaN(learned) || output > 0) {
        all.add(new Difference(node.id(), learned, output));
      }
    }
    return all;
  }

  private static Map<Integer, Ratio> weights(Snapshot a, Snapshot b) {
    Map<Integer, Ratio> weights = new TreeMap<>();
    for (int p = 0; a.hasValues() && p < a.parameters().size(); p++) {
      if (a.parameters().get(p).learned()) {
        weights.merge(a.parameters().get(p).node(), Ratio.NONE.with(a.values(p), b.values(p)), Ratio::and);
      }
    }
    return weights;
  }

  /** Sums of squares on the way to a ratio of norms. */
  private record Ratio(double apart, double size) {
    static final Ratio NONE = new Ratio(0, 0);

    Ratio with(float[] a, float[] b) {
      double apartHere = apart;
      double sizeHere = size;
      for (int i = 0; i < a.length; i++) {
        double difference = (double) b[i] - a[i];
        apartHere += difference * difference;
        sizeHere += (double) a[i] * a[i];
      }
      return new Ratio(apartHere, sizeHere);
    }

    Ratio and(Ratio other) {
      return new Ratio(apart + other.apart, size + other.size);
    }

    double value() {
      return size == 0 ? Double.NaN : Math.sqrt(apart / size);
    }
  }
}
