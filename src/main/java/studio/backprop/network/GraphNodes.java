package studio.backprop.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.tensor.Shape;

/** Propagates the meaning of axes as graph nodes from graph layers along the wires, forward and backward, as far as rows are preserved. */
final class GraphNodes {
  private final Network network;
  private final Map<Integer, Shape> shapes;
  private final Map<Integer, List<Shape>> inputShapes;

  /** By node id, the number of output axes that are node axes. */
  private final Map<Integer, Integer> axes = new HashMap<>();

  GraphNodes(Network network, Map<Integer, Shape> shapes, Map<Integer, List<Shape>> inputShapes) {
    this.network = network;
    this.shapes = shapes;
    this.inputShapes = inputShapes;
  }

  void name() {
    network.nodes().forEach(this::ask);
    if (axes.isEmpty()) {
      return;
    }
    boolean spreads = true;
    while (spreads) {
      spreads = false;
      for (Wire wire : network.wires()) {
        spreads |= keepsRows(wire) && (spread(wire.from(), wire.to()) || spread(wire.to(), wire.from()));
      }
    }
    shapes.replaceAll((node, shape) -> shape.ofNodes(axes.getOrDefault(node, 0)));
    inputShapes.replaceAll((node, inputs) -> network.sources(node).stream().map(source -> shapes.get(source.id())).toList());
  }

  private void ask(Node node) {
    List<Shape> inputs = inputShapes.getOrDefault(node.id(), List.of());
    List<Node> sources = network.sources(node.id());
    for (int i = 0; i < inputs.size(); i++) {
      int nodeAxes = node.layer().nodeAxes(inputs, i);
      if (nodeAxes > 0) {
        axes.merge(sources.get(i).id(), nodeAxes, Math::max);
      }
    }
  }

  private boolean keepsRows(Wire wire) {
    Shape from = shapes.get(wire.from());
    Shape to = shapes.get(wire.to());
    return from != null && to != null && from.rank() == 2 && to.rank() == 2 && from.size(0) == to.size(0);
  }

  private boolean spread(int from, int to) {
    return axes.containsKey(from) && axes.putIfAbsent(to, 1) == null;
  }
}
