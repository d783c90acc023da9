package studio.backprop.ui.design.designer.edit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;

/**
 * Automatic layout with groups: a folded group is one box; the nodes of an open one are laid out first, and then its frame is one box among
 * the others.
 */
final class TidyLayout {
  private final Groups groups;
  private final Lens lens;
  private final List<Integer> order;
  private Network network;

  /** Unit of the layout: a node, or a group with all its nodes, represented by the first in forward order. */
  private record Piece(int face, List<Integer> nodes, double x, double y, FreeSpace room) {}

  TidyLayout(Network network, Groups groups, Lens lens) {
    this.network = network;
    this.groups = groups;
    this.lens = lens;
    this.order = network.analyse().order().stream().map(Node::id).toList();
  }

  Network arranged(double left, double top) {
    arrange(Optional.empty(), order, left, top);
    return network;
  }

  /**
   * Lays out nodes with the first at a place.
   *
   * @return their extent from there
   */
  private FreeSpace arrange(Optional<NodeGroup> within, List<Integer> nodes, double left, double top) {
    Map<Integer, Piece> pieceOf = new LinkedHashMap<>();
    for (int node : nodes) {
      if (!pieceOf.containsKey(node)) {
        Piece piece = outermost(node, within).map(group -> piece(group, nodes)).orElseGet(() -> piece(node));
        piece.nodes.forEach(member -> pieceOf.put(member, piece));
      }
    }
    Map<Integer, Piece> pieces = new LinkedHashMap<>();
    pieceOf.values().forEach(piece -> pieces.put(piece.face, piece));
    Network tidy = new Tidy(contracted(pieceOf, pieces), node -> pieces.get(node.id()).room).tidied(left, top);
    Node first = tidy.node(nodes.get(0));
    FreeSpace room = new FreeSpace(0, 0, 0, 0);
    for (Piece piece : pieces.values()) {
      Node placed = tidy.node(piece.face);
      move(piece, placed.x() - piece.x, placed.y() - piece.y);
      room = room.with(piece.room, placed.x() - first.x(), placed.y() - first.y());
    }
    return room;
  }

  private Optional<NodeGroup> outermost(int node, Optional<NodeGroup> within) {
    return network.marks().groups().stream()
        .filter(group -> group.has(node) && within.map(group::within).orElse(true))
        .max(Comparator.comparingInt(NodeGroup::size));
  }

  private Piece piece(int node) {
    Node alone = network.node(node);
    return new Piece(node, List.of(node), alone.x(), alone.y(), FreeSpace.of(alone.layer(), lens));
  }

  private Piece piece(NodeGroup group, List<Integer> nodes) {
    List<Integer> members = nodes.stream().filter(group::has).toList();
    int face = members.get(0);
    if (group.folded()) {
      Groups.Corner corner = groups.corner(face);
      return new Piece(face, members, corner.x(), corner.y(), FreeSpace.folded(lens));
    }
    return new Piece(face, members, 0, 0, arrange(Optional.of(group), members, 0, 0).framed());
  }

  /** Graph with each piece contracted to a node. */
  private Network contracted(Map<Integer, Piece> pieceOf, Map<Integer, Piece> pieces) {
    List<Integer> faces = List.copyOf(pieces.keySet());
    List<Wire> wires = network.wires().stream()
        .filter(wire -> pieceOf.containsKey(wire.from()) && pieceOf.containsKey(wire.to()))
        .map(wire -> new Wire(pieceOf.get(wire.from()).face, pieceOf.get(wire.to()).face))
        .filter(wire -> faces.indexOf(wire.from()) < faces.indexOf(wire.to())) // a way that leaves a group and comes back would be a circle
        .distinct()
        .toList();
    return new Network(faces.stream().map(network::node).toList(), wires, network.nextId());
  }

  private void move(Piece piece, double dx, double dy) {
    for (int id : piece.nodes) {
      network = network.with(id, node -> node.movedTo(node.x() + dx, node.y() + dy));
    }
  }
}
