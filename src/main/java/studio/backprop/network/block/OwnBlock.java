package studio.backprop.network.block;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * User-defined block, inserted unchanged.
 *
 * @param name user-defined
 */
public record OwnBlock(String name, Parts parts) implements Block {
  /** Extracts nodes with the groups within them. Nodes with inputs from outside, or none, become inlets. */
  public static OwnBlock of(String name, Network network, Collection<Integer> ids) {
    Network only = network.only(ids).withMarks(marks -> marks.withoutGroups(
        marks.groups().stream().filter(group -> group.size() == ids.size()).map(NodeGroup::id).toList()));
    double left = only.nodes().stream().mapToDouble(Node::x).min().orElseThrow();
    double top = only.nodes().stream().mapToDouble(Node::y).min().orElseThrow();
    Network placed = only;
    for (Node node : only.nodes()) {
      placed = placed.with(node.id(), old -> old.movedTo(old.x() - left, old.y() - top).withWeightsOf(old.id()));
    }
    List<Integer> inlets = only.nodes().stream().filter(node -> takes(network, only, node)).map(Node::id).toList();
    return new OwnBlock(name, new Parts(placed, inlets, outlet(network, only)));
  }

  private static boolean takes(Network network, Network only, Node node) {
    boolean outside = network.wires().stream().anyMatch(wire -> wire.to() == node.id() && only.find(wire.from()).isEmpty());
    return node.layer().arity().max() > 0 && (outside || only.sources(node.id()).isEmpty());
  }

  private static int outlet(Network network, Network only) {
    Optional<Integer> leaves = network.wires().stream()
        .filter(wire -> only.find(wire.from()).isPresent() && only.find(wire.to()).isEmpty())
        .map(Wire::from)
        .findFirst();
    return leaves.orElseGet(() -> only.nodes().stream().map(Node::id).filter(id -> only.targets(id).isEmpty()).reduce((a, b) -> b)
        .orElseThrow());
  }

  @Override
  public Parts parts(Optional<Shape> given) {
    return parts;
  }

  @Override
  public Message title() {
    return Message.of("block.own", name);
  }

  @Override
  public Message help() {
    return Message.of("block.own.help", parts.network().nodes().size());
  }

  @Override
  public String prefix() {
    return name;
  }
}
