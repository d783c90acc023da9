package studio.backprop.ui.design.designer.edit;

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
 * Layered graph layout (Sugiyama et al. 1981): the column is the length of the longest path from an input, the row is that of the first
 * source while free, so that a chain is a straight line. A layout much wider than high is broken into lines.
 */
final class Tidy {
  private static final double BETWEEN_ROWS = 3 * Anatomy.GRID;
  /** Columns up to which there is one line: readable when seen as a whole. */
  private static final int MAX_COLUMNS = 32;
  /** Aspect ratio of a network of several lines. */
  private static final double SHAPE = 2;

  private final Network network;
  private final List<Node> order;
  private final Function<Node, FreeSpace> room;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> rows = new HashMap<>();

  /**
   * @param network in topological order
   * @param room extent of a node
   */
  Tidy(Network network, Function<Node, FreeSpace> room) {
    this.network = network;
    this.order = network.nodes();
    this.room = room;
  }

  /** The first node stands at the place, unless another in its row or column extends further. */
  Network tidied(double left, double top) {
    order.forEach(this::assign);
    List<Double> starts = starts(left);
    List<Double> tops = tops(top);
    List<Integer> firsts = lines(starts, tops);
    List<Double> lineTops = lineTops(firsts, tops, top);
    Network result = network;
    for (Node node : order) {
      int line = line(firsts, columns.get(node.id()));
      double x = starts.get(columns.get(node.id())) - starts.get(firsts.get(line)) + starts.get(0);
      double y = tops.get(rows.get(node.id())) - top + lineTops.get(line);
      result = result.with(node.id(), old -> old.movedTo(x, y));
    }
    return result;
  }

  // --- lines

  /** First column of each line. */
  private List<Integer> lines(List<Double> starts, List<Double> tops) {
    List<Integer> firsts = new ArrayList<>(List.of(0));
    if (starts.size() <= MAX_COLUMNS) {
      return firsts;
    }
    double wide = starts.get(starts.size() - 1) - starts.get(0);
    double high = tops.get(tops.size() - 1) - tops.get(0) + Anatomy.height(Lens.DIFFERENCE) + Anatomy.BETWEEN_LINES;
    double each = wide / Math.max(2, Math.rint(Math.sqrt(wide / (SHAPE * high))));
    double end = starts.get(0) + each;
    for (int column = 1; column < starts.size(); column++) {
      if (starts.get(column) >= end && wiresInto(column) == 1) {
        firsts.add(column);
        end = starts.get(column) + each;
      }
    }
    return firsts;
  }

  /** Number of wires into or across a column. A line may end where there is one. */
  private long wiresInto(int column) {
    return order.stream().filter(node -> columns.get(node.id()) >= column)
        .flatMap(node -> network.sources(node.id()).stream())
        .filter(source -> columns.get(source.id()) < column)
        .count();
  }

  private static int line(List<Integer> firsts, int column) {
    return (int) firsts.stream().filter(first -> first <= column).count() - 1;
  }

  /** Top of each line. */
  private List<Double> lineTops(List<Integer> firsts, List<Double> tops, double top) {
    List<Double> lineTops = new ArrayList<>();
    double end = top;
    for (int line = 0; line < firsts.size(); line++) {
      double bottom = top;
      for (Node node : order) {
        if (line(firsts, columns.get(node.id())) == line) {
          // in any lens, no wire between lines is hidden
          double reach = Math.max(room.apply(node).below(), Anatomy.height(Lens.DIFFERENCE));
          bottom = Math.max(bottom, tops.get(rows.get(node.id())) + reach);
        }
      }
      lineTops.add(end);
      end = Anatomy.snapUp(end + bottom - top + Anatomy.BETWEEN_LINES);
    }
    return lineTops;
  }

  // --- columns and rows

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

  /** Rows occupied between two columns, inclusive. */
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
    for (List<FreeSpace> column : along(columns)) {
      double before = starts.isEmpty() ? 0 : most(column, FreeSpace::left);
      double x = Anatomy.snapUp(end + Anatomy.GAP + before);
      starts.add(x);
      end = x + most(column, FreeSpace::right);
    }
    return starts;
  }

  private List<Double> tops(double top) {
    List<Double> tops = new ArrayList<>();
    double end = top - BETWEEN_ROWS;
    for (List<FreeSpace> row : along(rows)) {
      double before = tops.isEmpty() ? 0 : most(row, FreeSpace::above);
      double y = Anatomy.snapUp(end + BETWEEN_ROWS + before);
      tops.add(y);
      end = y + most(row, FreeSpace::below);
    }
    return tops;
  }

  /** Extents in each column, or in each row. */
  private List<List<FreeSpace>> along(Map<Integer, Integer> places) {
    List<List<FreeSpace>> lines = new ArrayList<>();
    for (Node node : order) {
      while (lines.size() <= places.get(node.id())) {
        lines.add(new ArrayList<>());
      }
      lines.get(places.get(node.id())).add(room.apply(node));
    }
    return lines;
  }

  private static double most(List<FreeSpace> rooms, ToDoubleFunction<FreeSpace> reach) {
    return rooms.stream().mapToDouble(reach).max().orElse(0);
  }
}
