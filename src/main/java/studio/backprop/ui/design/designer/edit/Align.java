package studio.backprop.ui.design.designer.edit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/** Alignment or equal spacing of nodes. */
public enum Align {
  LEFT("Alt+A"),
  CENTRE("Alt+H"),
  RIGHT("Alt+D"),
  TOP("Alt+W"),
  MIDDLE("Alt+V"),
  BOTTOM("Alt+S"),
  /** Equal gaps from left to right between fixed outer nodes. */
  ACROSS("Alt+Shift+H"),
  DOWN("Alt+Shift+V");

  private final String keys;

  Align(String keys) {
    this.keys = keys;
  }

  public String keys() {
    return keys;
  }

  boolean distributes() {
    return this == ACROSS || this == DOWN;
  }

  /** Minimum number of nodes. */
  public int least() {
    return distributes() ? 3 : 2;
  }

  Network align(Network network, Collection<Integer> ids, Lens lens) {
    List<Node> nodes = ids.stream().map(network::node).toList();
    if (nodes.size() < least()) {
      return network;
    }
    return distributes() ? distribute(network, nodes, lens) : bringTogether(network, nodes, lens);
  }

  private Network bringTogether(Network network, List<Node> nodes, Lens lens) {
    Box all = Box.around(nodes.stream().map(node -> Anatomy.box(node, lens)).toList()).orElseThrow();
    Network result = network;
    for (Node node : nodes) {
      Box box = Anatomy.box(node, lens);
      result = switch (this) {
        case LEFT -> moved(result, node, all.x(), node.y());
        case CENTRE -> moved(result, node, all.centerX() - box.width() / 2, node.y());
        case RIGHT -> moved(result, node, all.right() - box.width(), node.y());
        case TOP -> moved(result, node, node.x(), all.y());
        case MIDDLE -> moved(result, node, node.x(), all.centerY() - box.height() / 2);
        default -> moved(result, node, node.x(), all.bottom() - box.height());
      };
    }
    return result;
  }

  private Network distribute(Network network, List<Node> nodes, Lens lens) {
    ToDoubleFunction<Node> begin = this == ACROSS ? Node::x : Node::y;
    ToDoubleFunction<Node> size = node -> this == ACROSS ? Anatomy.width(node.layer()) : Anatomy.height(node.layer(), lens);
    List<Node> row = nodes.stream().sorted(Comparator.comparingDouble(begin)).toList();
    Node last = row.get(row.size() - 1);
    double length = begin.applyAsDouble(last) + size.applyAsDouble(last) - begin.applyAsDouble(row.get(0));
    double gap = (length - row.stream().mapToDouble(size).sum()) / (row.size() - 1);
    double place = begin.applyAsDouble(row.get(0));
    Network result = network;
    for (Node node : row) {
      double at = Math.rint(place);
      result = this == ACROSS ? moved(result, node, at, node.y()) : moved(result, node, node.x(), at);
      place += size.applyAsDouble(node) + gap;
    }
    return result;
  }

  private static Network moved(Network network, Node node, double x, double y) {
    return network.with(node.id(), old -> old.movedTo(x, y));
  }
}
