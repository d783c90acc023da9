package studio.backprop.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.RmsNorm;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.LayerSettings;

/**
 * Hidden dense layers of a network and edits of all of them: number, width, and what follows each. Without the output layer, whose width
 * depends on the data. A layer includes directly following activation, normalization and dropout.
 */
final class HiddenLayers {
  private static final double APART = 160;
  private static final Layer NORM = new BatchNorm(0.1, 1e-5, true);

  private HiddenLayers() {}

  static List<Node> of(Network network) {
    if (network.outputs().isEmpty()) {
      return List.of();
    }
    Analysis analysis = network.analyse();
    int loss = network.outputs().get(0).id();
    List<Node> learning = analysis.order().stream()
        .filter(node -> network.leads(node.id(), loss) && !analysis.parameters(node).isEmpty()).toList();
    return learning.stream().limit(Math.max(0, learning.size() - 1))
        .filter(node -> node.layer() instanceof Dense && !node.sharesWeights()).toList();
  }

  /** Keeps the first ones, or repeats the last one. */
  static Network count(Network network, int wanted) {
    Network changed = network;
    List<Node> hidden = of(changed);
    for (int i = hidden.size() - 1; i >= wanted; i--) {
      changed = changed.remove(block(changed, hidden.get(i)).stream().map(Node::id).toList());
    }
    for (int i = hidden.size(); i < wanted && !hidden.isEmpty(); i++) {
      List<Node> block = block(changed, hidden.get(hidden.size() - 1));
      int end = block.get(block.size() - 1).id();
      for (Node node : block) {
        int added = changed.nextId();
        changed = follow(changed, end, node.layer());
        end = added;
      }
      hidden = of(changed);
    }
    return changed;
  }

  static Network units(Network network, int units) {
    return each(network, layer -> LayerSettings.with(layer, "units", units).orElse(layer));
  }

  static Network activation(Network network, Activation function) {
    return each(network, layer -> LayerSettings.bentBy(layer, function).orElse(layer));
  }

  private static Network each(Network network, UnaryOperator<Layer> change) {
    Network changed = network;
    for (Node node : of(network)) {
      changed = changed.with(node.id(), old -> old.withLayer(change.apply(old.layer())));
    }
    return changed;
  }

  /** A dropout behind each, or none. */
  static Network dropout(Network network, double rate) {
    Network changed = network;
    for (Node node : of(network)) {
      List<Node> block = block(changed, node);
      Optional<Node> there = block.stream().filter(one -> one.layer() instanceof Dropout).findFirst();
      if (rate == 0) {
        changed = there.isPresent() ? changed.remove(List.of(there.get().id())) : changed;
      } else if (there.isPresent()) {
        changed = changed.with(there.get().id(), old -> old.withLayer(new Dropout(rate)));
      } else {
        changed = follow(changed, block.get(block.size() - 1).id(), new Dropout(rate));
      }
    }
    return changed;
  }

  /** A batch normalization right behind each, or none. */
  static Network norm(Network network, boolean wanted) {
    Network changed = network;
    for (Node node : of(network)) {
      Optional<Node> there = block(changed, node).stream().filter(one -> one.layer() instanceof BatchNorm).findFirst();
      if (wanted && there.isEmpty()) {
        changed = follow(changed, node.id(), NORM);
      } else if (!wanted && there.isPresent()) {
        changed = changed.remove(List.of(there.get().id()));
      }
    }
    return changed;
  }

  /** A layer with its activation, normalization and dropout. */
  private static List<Node> block(Network network, Node first) {
    List<Node> block = new ArrayList<>(List.of(first));
    while (true) {
      List<Node> next = network.targets(block.get(block.size() - 1).id());
      if (next.size() != 1 || !belongs(next.get(0).layer())) {
        return block;
      }
      block.add(next.get(0));
    }
  }

  private static boolean belongs(Layer layer) {
    return layer instanceof Activate || layer instanceof Dropout || layer instanceof GaussianNoise || layer instanceof BatchNorm
        || layer instanceof LayerNorm || layer instanceof RmsNorm;
  }

  /** Inserts a layer after a node; moves nodes to the right. */
  private static Network follow(Network network, int node, Layer layer) {
    Node before = network.node(node);
    List<Wire> leaving = network.wires().stream().filter(wire -> wire.from() == node).toList();
    if (leaving.isEmpty()) {
      return network;
    }
    Network moved = network;
    for (Node other : network.nodes()) {
      moved = other.x() > before.x() ? moved.with(other.id(), old -> old.movedTo(old.x() + APART, old.y())) : moved;
    }
    int added = moved.nextId();
    return moved.add(layer, before.x() + APART, before.y()).insert(added, leaving);
  }
}
