package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
  private final Function<Node, Room> room;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> rows = new HashMap<>();

  /**
   * @param network its nodes such that each comes after its sources
   * @param room how much a node takes
   */
  Tidy(Network network, Function<Node, Room> room) {
    this.network = network;
    this.order = network.nodes();
    this.room = room;
  }

  /** The first node stands at the place, unless another in its row or column reaches further. */
  Network tidied(double left, double top) {
    order.forEach(this::assign);
    List<Double> starts = starts(left);
    List<Double> tops = tops(top);
    Network result = network;
    for (Node node : order) {
      double x = starts.get(columns.get(node.id()));
      double y = tops.get(rows.get(node.id()));
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
    double end = left - Anatomy.GAP;
    for (List<Room> column : along(columns)) {
      double before = starts.isEmpty() ? 0 : most(column, Room::left);
      double x = Anatomy.snapUp(end + Anatomy.GAP + before);
      starts.add(x);
      end = x + most(column, Room::right);
    }
    return starts;
  }

  private List<Double> tops(double top) {
    List<Double> tops = new ArrayList<>();
    double end = top - BETWEEN_ROWS;
    for (List<Room> row : along(rows)) {
      double before = tops.isEmpty() ? 0 : most(row, Room::above);
      double y = Anatomy.snapUp(end + BETWEEN_ROWS + before);
      tops.add(y);
      end = y + most(row, Room::below);
    }
    return tops;
  }

  /** What stands in each column, or in each row. */
  private List<List<Room>> along(Map<Integer, Integer> places) {
    List<List<Room>> lines = new ArrayList<>();
    for (Node node : order) {
      while (lines.size() <= places.get(node.id())) {
        lines.add(new ArrayList<>());
      }
      lines.get(places.get(node.id())).add(room.apply(node));
    }
    return lines;
  }

  private static double most(List<Room> rooms, ToDoubleFunction<Room> reach) {
    return rooms.stream().mapToDouble(reach).max().orElse(0);
  }
}
