package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;

/** A network in which each folded group is one node, its first in the order of the data: as the eye sees it. */
final class Contracted {
  private final Network network;
  private final Groups groups;
  private final List<Node> order = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Integer, NodeGroup> boxes = new LinkedHashMap<>();

  /** @param whole the nodes such that each comes after its sources */
  Contracted(Network network, List<Node> whole, Groups groups) {
    this.network = network;
    this.groups = groups;
    for (Node node : whole) {
      int face = network.marks().foldedAround(node.id()).map(group -> face(whole, group)).orElse(node.id());
      if (face == node.id()) {
        places.put(face, order.size());
        order.add(node);
      }
    }
  }

  private int face(List<Node> whole, NodeGroup group) {
    int face = whole.stream().map(Node::id).filter(group::has).findFirst().orElseThrow();
    boxes.put(face, group);
    return face;
  }

  private int seen(int node) {
    return boxes.entrySet().stream().filter(box -> box.getValue().has(node)).map(Map.Entry::getKey).findFirst().orElse(node);
  }

  /** Puts in order what is seen; the nodes of a folded group keep to each other. */
  Network tidied(double left, double top, Lens lens) {
    List<Wire> wires = network.wires().stream()
        .map(wire -> new Wire(seen(wire.from()), seen(wire.to())))
        .filter(wire -> places.get(wire.from()) < places.get(wire.to())) // a way that leaves a group and comes back would be a circle
        .distinct()
        .toList();
    Network tidy = new Tidy(new Network(order, wires, network.nextId()), order, this::width).tidied(left, top, lens);
    Network result = network;
    for (Node placed : tidy.nodes()) {
      NodeGroup group = boxes.get(placed.id());
      Groups.Corner corner = groups.corner(placed.id());
      double dx = placed.x() - (group == null ? network.node(placed.id()).x() : corner.x());
      double dy = placed.y() - (group == null ? network.node(placed.id()).y() : corner.y());
      for (int id : group == null ? List.of(placed.id()) : group.members()) {
        result = result.with(id, node -> node.movedTo(node.x() + dx, node.y() + dy));
      }
    }
    return result;
  }

  private double width(Node node) {
    return boxes.containsKey(node.id()) ? GroupBox.WIDTH : Anatomy.width(node.layer());
  }
}
