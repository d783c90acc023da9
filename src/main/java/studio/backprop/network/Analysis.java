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
 * What can be said of a network without computing: shapes, parameters, floating-point operations, problems.
 *
 * @param order the nodes such that each comes after its sources
 * @param shapes what one example looks like after each node that has a shape
 * @param inputShapes what leads into each node that has a shape
 * @param problems what keeps it from running, in the order of the nodes
 * @param hints what does not keep it from running, but is probably not what was meant
 */
public record Analysis(
    List<Node> order, Map<Integer, Shape> shapes, Map<Integer, List<Shape>> inputShapes, List<Problem> problems,
    List<Problem> hints) {

  static Analysis of(Network network) {
    List<Node> order = sort(network);
    Checker checker = new Checker(network, order);
    return checker.check();
  }

  /** Kahn 1962; among nodes that could come next, the one added first does. Nodes in a circle are left out: none can be drawn. */
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

  /** All nodes for a table: from the data to the loss, and after them those in a circle of wires, which have no order. */
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

  /** The node's layer; an input's shape names its axes as they turned out, which may be the nodes of a graph. */
  public Layer layer(Node node) {
    return node.layer() instanceof Input input ? new Input(shape(node.id()).orElse(input.shape())) : node.layer();
  }

  /** What a node keeps between steps; empty while its inputs are not known. */
  public List<ParameterSpec> parameters(Node node) {
    return inputShapes.containsKey(node.id()) ? node.layer().parameters(inputShapes.get(node.id())) : List.of();
  }

  /** Which numbers of its inputs each number of a node's output depends on; empty while its shape is not known. */
  public Optional<Ties> ties(Node node) {
    return shape(node.id()).flatMap(shape -> Optional.ofNullable(inputShapes.get(node.id()))).map(node.layer()::ties);
  }

  /** The numbers a node learns or could learn. A node that uses another's weights has none of its own. */
  public long parameterCount(Node node) {
    return node.sharesWeights()
        ? 0
        : parameters(node).stream().filter(p -> !p.isState()).mapToLong(ParameterSpec::count).sum();
  }

  public long parameterCount() {
    return order.stream().mapToLong(this::parameterCount).sum();
  }

  /** Floating-point operations of one example's forward pass through a node. */
  public long flops(Node node) {
    return inputShapes.containsKey(node.id()) ? node.layer().flops(inputShapes.get(node.id())) : 0;
  }

  public long flops() {
    return order.stream().mapToLong(this::flops).sum();
  }

  /**
   * About how many bytes training takes: values and gradients of every node for the whole batch, with as much again for what layers keep on
   * the way.
   */
  public long trainingBytes(int batch) {
    long numbers = shapes.values().stream().mapToLong(Shape::count).sum();
    return Float.BYTES * 4 * batch * numbers + parameterBytes();
  }

  /**
   * The bytes of parameters in training: with their gradients, the optimizer's two numbers for each, and the copies of the best and the
   * last good.
   */
  public long parameterBytes() {
    return Float.BYTES * 6 * parameterCount();
  }
}
