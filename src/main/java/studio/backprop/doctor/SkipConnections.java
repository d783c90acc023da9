package studio.backprop.doctor;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Add;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Dense;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.tensor.Shape;

/** Adds skip connections around hidden layers that preserve the shape: residual learning, He et al. 2016. */
final class SkipConnections {
  /** Distance of nodes on the canvas in px. */
  private static final double STEP = 140;
  private static final double LOWER = 320;

  private SkipConnections() {}

  static boolean helps(Network network) {
    return !hidden(network).isEmpty();
  }

  private static List<Integer> hidden(Network network) {
    Analysis known = network.analyse();
    return known.order().stream().filter(node -> node.layer() instanceof Dense && fits(network, known, node)).map(Node::id).toList();
  }

  private static boolean fits(Network network, Analysis known, Node node) {
    List<Node> sources = network.sources(node.id());
    List<Node> targets = network.targets(node.id());
    if (sources.size() != 1 || targets.size() != 1 || targets.get(0).layer().arity() == Arity.SEVERAL) {
      return false;
    }
    boolean last = network.outputs().stream().anyMatch(end -> end.id() == targets.get(0).id());
    Optional<Shape> comes = known.shape(sources.get(0).id());
    return !last && comes.isPresent() && comes.equals(known.shape(node.id()));
  }

  static Network around(Network network) {
    Network result = network;
    for (int id : hidden(network)) {
      result = around(result, id);
    }
    return result;
  }

  /** Places the sum at the next node's position and the layer below. */
  private static Network around(Network network, int id) {
    Node layer = network.node(id);
    Node source = network.sources(id).get(0);
    Wire out = network.wires().stream().filter(wire -> wire.from() == id).findFirst().orElseThrow();
    double place = network.node(out.to()).x();
    Network result = network;
    for (Node node : network.nodes()) {
      if (node.x() > layer.x()) {
        result = result.with(node.id(), later -> later.movedTo(later.x() + STEP, later.y()));
      }
    }
    int sum = result.nextId();
    return result.add(new Add(), place, layer.y()).insert(sum, out).wire(source.id(), sum)
        .with(id, lower -> lower.movedTo(lower.x(), lower.y() + LOWER));
  }
}
