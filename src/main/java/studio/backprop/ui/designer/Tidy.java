package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Puts the nodes in order: a column for each number of nodes on the longest way from an input, a row for each branch. A node stays in the
 * row of its first source while that is free, so that a chain is a straight line. The layers are those of Sugiyama et al. 1981.
 */
final class Tidy {
  private static final double BETWEEN_ROWS = 3 * Anatomy.GRID;

  private final Network network;
  private final List<Node> order;
  private final ToDoubleFunction<Node> width;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> rows = new HashMap<>();

  /** @param order the nodes such that each comes after its sources */
  Tidy(Network network, List<Node> order) {
    this(network, order, node -> Anatomy.width(node.layer()));
  }

  /** @param width how wide a node is drawn */
  Tidy(Network network, List<Node> order, ToDoubleFunction<Node> width) {
    this.network = network;
    this.order = order;
    this.width = width;
  }

  Network tidied(double left, double top, Lens lens) {
    order.forEach(this::assign);
    List<Double> starts = starts(left);
    Network result = network;
    for (Node node : order) {
      double x = starts.get(columns.get(node.id()));
      double y = top + rows.get(node.id()) * Anatomy.snapUp(Anatomy.height(lens) + BETWEEN_ROWS);
      result = result.with(node.id(), old -> old.movedTo(x, y));
    }
    return result;
  }

  private void assign(Node node) {
    List<Node> sources = network.sources(node.id());
    int column = sources.stream().mapToInt(source -> columns.get(source.id()) + 1).max().orElse(0);
    int row = sources.isEmpty() ? 0 : rows.get(sources.get(0).id());
    int firstColumn = sources.isEmpty() ? 0 : columns.get(sources.get(0).id()) + 1;
    Set<Integer> taken = takenRows(firstColumn, column);
    while (taken.contains(row)) {
      row++;
    }
    columns.put(node.id(), column);
    rows.put(node.id(), row);
  }

  /** Rows where a node stands in the way between two columns, both included. */
  private Set<Integer> takenRows(int from, int to) {
    Set<Integer> taken = new HashSet<>();
    columns.forEach((id, column) -> {
      if (column >= from && column <= to) {
        taken.add(rows.get(id));
      }
    });
    return taken;
  }

  private List<Double> starts(double left) {
    List<Double> starts = new ArrayList<>();
    double x = left;
    int last = columns.values().stream().mapToInt(c -> c).max().orElse(-1);
    for (int column = 0; column <= last; column++) {
      starts.add(x);
      int here = column;
      double widest = order.stream().filter(n -> columns.get(n.id()) == here).mapToDouble(width).max().orElse(0);
      x = Anatomy.snapUp(x + widest + Anatomy.GAP);
    }
    return starts;
  }
}
