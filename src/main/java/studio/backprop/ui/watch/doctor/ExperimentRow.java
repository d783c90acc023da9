package studio.backprop.ui.watch.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.doctor.Experiment.Variant;
import studio.backprop.doctor.HealthStats;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.layer.Arity;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Network of one training as a row: the input and each trainable node in order, with the norm of its gradient. Other nodes are left out; a
 * skip connection is an arc.
 */
record ExperimentRow(List<Stop> stops, List<Arc> arcs) {
  static final ExperimentRow EMPTY = new ExperimentRow(List.of(), List.of());

  /**
   * Node of the row.
   *
   * @param gradient ‖∂L/∂W‖, NaN without weights
   */
  record Stop(int node, String name, double gradient) {
    boolean learns() {
      return !Double.isNaN(gradient);
    }
  }

  /** Skip connection from after one place in the row to after another. */
  record Arc(int from, int to) {}

  static ExperimentRow of(Variant lane) {
    Network network = lane.project().network();
    int end = network.objective().output().id();
    Map<Integer, OfNode> seen = new HashMap<>();
    lane.stats().nodes().forEach(node -> seen.put(node.node(), node));
    List<Node> order = network.analyse().order().stream().filter(node -> network.leads(node.id(), end)).toList();
    List<Stop> stops = new ArrayList<>();
    Map<Integer, Integer> latest = new HashMap<>();
    List<Arc> arcs = new ArrayList<>();
    for (Node node : order) {
      boolean learns = Optional.ofNullable(seen.get(node.id())).filter(OfNode::learns).isPresent();
      List<Integer> before = network.sources(node.id()).stream().map(source -> latest.getOrDefault(source.id(), -1)).toList();
      int last = before.stream().mapToInt(place -> place).max().orElse(-1);
      if (learns || node.layer().isInput() && !joins(network, node)) {
        stops.add(new Stop(node.id(), node.name(), learns ? seen.get(node.id()).gradient() : Double.NaN));
        last = stops.size() - 1;
      }
      if (node.layer().arity() == Arity.SEVERAL) {
        before.stream().filter(place -> place >= 0 && place < latestOf(before)).map(place -> new Arc(place, latestOf(before)))
            .forEach(arcs::add);
      }
      latest.put(node.id(), last);
    }
    return new ExperimentRow(List.copyOf(stops), List.copyOf(arcs));
  }

  /** Whether the input only joins another path, as real examples do generated ones: nothing leads to it in a row. */
  private static boolean joins(Network network, Node input) {
    return network.targets(input.id()).stream().anyMatch(target -> target.layer().joinsBatches());
  }

  /** The same row with other numbers. */
  ExperimentRow with(HealthStats now) {
    Map<Integer, Double> gradients = new HashMap<>();
    now.nodes().forEach(node -> gradients.put(node.node(), node.gradient()));
    return new ExperimentRow(
        stops.stream().map(stop -> new Stop(stop.node(), stop.name(), gradients.getOrDefault(stop.node(), Double.NaN))).toList(), arcs);
  }

  private static int latestOf(List<Integer> places) {
    return places.stream().mapToInt(place -> place).max().orElse(-1);
  }

  /** The trainable nodes. */
  List<Stop> learning() {
    return stops.stream().filter(Stop::learns).toList();
  }

  /** Places in the row of those nodes that are in it. */
  int[] places(List<Integer> nodes) {
    return IntStream.range(0, stops.size()).filter(place -> nodes.contains(stops.get(place).node())).toArray();
  }
}
