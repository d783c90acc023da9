package studio.backprop.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.layer.Ties;
import studio.backprop.tensor.Shape;

/**
 * Static analysis of a network: shape inference, parameter counts, FLOPs, problems. Immutable.
 *
 * @param order topological order
 * @param shapes output shape of one example per node
 * @param inputShapes input shapes per node
 * @param problems errors, in node order
 * @param hints warnings
 */
public record Analysis(
    List<Node> order, Map<Integer, Shape> shapes, Map<Integer, List<Shape>> inputShapes, List<Problem> problems,
    List<Problem> hints) {

  static Analysis of(Network network) {
    List<Node> order = sort(network);
    Checker checker = new Checker(network, order);
    return checker.check();
  }

  /** Topological sort: Kahn 1962, ties in insertion order. Nodes of cycles are omitted. */
  private static List<Node> sort(Network network) {
    Map<Integer, Integer> waiting = new HashMap<>();
    network.wires().forEach(wire -> waiting.merge(wire.to(), 1, Integer::sum));
    List<Node> open = new ArrayList<>(network.nodes());
    List<Node> order = new ArrayList<>();
    while (true) {
      Optional<Node> next = open.stream().filter(node -> waiting.getOrDefault(node.id(), 0) == 0).findFirst();
      if (next.isEmpty()) {
        return List.copyOf(order);
      }
      open.remove(next.get());
      order.add(next.get());
      network.wires().stream().filter(wire -> wire.from() == next.get().id()).forEach(wire -> waiting.merge(wire.to(), -1, Integer::sum));
    }
  }

  /** All nodes in topological order, those of cycles last. */
  public List<Node> listed(Network network) {
    Set<Node> nodes = new LinkedHashSet<>(order);
    nodes.addAll(network.nodes());
    return List.copyOf(nodes);
  }

  public boolean valid() {
    return problems.isEmpty();
  }

  public Optional<Shape> shape(int node) {
    return Optional.ofNullable(shapes.get(node));
  }

  /** The node's layer; an input's shape has its inferred axis names, which may be graph nodes. */
  public Layer layer(Node node) {
    return node.layer() instanceof Input input ? new Input(shape(node.id()).orElse(input.shape())) : node.layer();
  }

  /** Parameters and state of a node; empty while its inputs are unknown. */
  public List<ParameterSpec> parameters(Node node) {
    return inputShapes.containsKey(node.id()) ? node.layer().parameters(inputShapes.get(node.id())) : List.of();
  }

  /** Dependencies of a node's outputs on its inputs; empty while its shape is unknown. */
  public Optional<Ties> ties(Node node) {
    return shape(node.id()).flatMap(shape -> Optional.ofNullable(inputShapes.get(node.id()))).map(node.layer()::ties);
  }

  /** Trainable or frozen parameters of a node; 0 if it shares another's weights. */
  public long parameterCount(Node node) {
    return node.sharesWeights()
        ? 0
        : parameters(node).stream().filter(p -> !p.isState()).mapToLong(ParameterSpec::count).sum();
  }

  public long parameterCount() {
    return order.stream().mapToLong(this::parameterCount).sum();
  }

  /** FLOPs of one example's forward pass through a node. */
  public long flops(Node node) {
    return inputShapes.containsKey(node.id()) ? node.layer().flops(inputShapes.get(node.id())) : 0;
  }

  public long flops() {
    return order.stream().mapToLong(this::flops).sum();
  }

  /** Estimated memory of training in bytes: values and gradients of every node for the whole batch, twice for intermediate values. */
  public long trainingBytes(int batch) {
    long numbers = shapes.values().stream().mapToLong(Shape::count).sum();
    return Float.BYTES * 4 * batch * numbers + parameterBytes();
  }

  /** Memory of parameters in training, in bytes: with gradients, two optimizer slots, and copies of the best and the last good. */
  public long parameterBytes() {
    return Float.BYTES * 6 * parameterCount();
  }
}
