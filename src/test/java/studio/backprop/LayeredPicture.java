package studio.backprop;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Layered drawing of an acyclic dependency graph as SVG (Sugiyama et al. 1981): floors by longest path, edges by transitive reduction,
 * long edges through dummy nodes, order by barycentres. Deterministic.
 */
final class LayeredPicture {
  private static final int BOX = 30;
  private static final int SWEEPS = 600;
  private static final int SORTING_SWEEPS = 40;
  private static final String STYLE = """
      <style>
      .card { fill: #fff; stroke: #d0d7de } .box { fill: #ddf4ff; stroke: #54aeff }
      .frame { fill: #fffdf0; stroke: #d4a72c } .part { fill: #fff8c5; stroke: #d4a72c }
      .line { fill: none; stroke: #818b98; stroke-width: 1.3 } .head { fill: #818b98 }
      text { font: 14px "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; text-anchor: middle }
      @media (prefers-color-scheme: dark) {
        .card { fill: #0d1117; stroke: #3d444d } .box { fill: #0c2d6b; stroke: #388bfd }
        .frame { fill: #1c1606; stroke: #bb8009 } .part { fill: #4b2900; stroke: #bb8009 }
        .line { stroke: #9198a1 } .head { fill: #9198a1 } text { fill: #f0f6fc }
      }
      </style>
      <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path class="head" d="M0 0L8 4L0 8z"/></marker>
      """;

  /** A box, or a dummy with an empty name where a long edge passes a floor. */
  private static final class Node {
    private final String name;
    private final int floor;
    private final List<Node> above = new ArrayList<>();
    private final List<Node> below = new ArrayList<>();
    private double width;
    private double height = BOX;
    private double x;
    private double y;

    Node(String name, int floor) {
      this.name = name;
      this.floor = floor;
      width = name.isEmpty() ? 4 : 26 + 7.6 * name.length();
      x = floor;
    }
  }

  private final Map<String, Set<String>> uses;
  private final Node frame;
  private final List<List<String>> parts;
  private final Map<String, Node> boxes = new TreeMap<>();
  private final List<List<Node>> floors;

  /**
   * @param uses what each node depends on
   * @param framed the node that is drawn as a frame around parts
   * @param parts rows of the parts of the framed node, from the top
   */
  LayeredPicture(Map<String, Set<String>> uses, String framed, List<List<String>> parts) {
    this.uses = uses;
    this.parts = parts;
    uses.keySet().forEach(name -> boxes.put(name, new Node(name, floor(name, uses))));
    floors = Stream.generate(() -> (List<Node>) new ArrayList<Node>()).limit(1 + Collections.max(uses.keySet().stream()
        .map(name -> floor(name, uses)).toList())).toList();
    boxes.values().forEach(node -> floors.get(node.floor).add(node));
    frame = boxes.get(framed);
    frame.width = 12 + parts.get(0).stream().mapToDouble(part -> 34 + 7.6 * part.length()).sum();
    frame.height = 24 + parts.size() * (BOX + 8);
  }

  /** Length of the longest path down from each node. */
  static int floor(String name, Map<String, Set<String>> uses) {
    return uses.get(name).stream().mapToInt(used -> 1 + floor(used, uses)).max().orElse(0);
  }

  private boolean reaches(String from, String to) {
    return uses.get(from).stream().anyMatch(used -> used.equals(to) || reaches(used, to));
  }

  String svg() {
    uses.forEach((from, used) -> used.stream().sorted().filter(to -> used.stream().noneMatch(other -> reaches(other, to)))
        .forEach(to -> join(boxes.get(from), boxes.get(to))));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < floors.size(); i++) {
        boolean down = sweep % 2 == 0;
        List<Node> row = floors.get(down ? floors.size() - 1 - i : i);
        if (sweep < SORTING_SWEEPS) {
          row.sort(comparingDouble(node -> mean(down ? node.above : node.below, node.x)));
        }
        place(row);
      }
    }
    double left = floors.stream().flatMap(List::stream).mapToDouble(node -> node.x - node.width / 2).min().orElse(0) - 24;
    double y = 20;
    for (int floor = floors.size() - 1; floor >= 0; floor--) {
      double top = y;
      floors.get(floor).forEach(node -> {
        node.x -= left;
        node.y = top;
        node.height = node.name.isEmpty() ? rowHeight(floors.get(node.floor)) : node.height;
      });
      y += rowHeight(floors.get(floor)) + 28;
    }
    double width = floors.stream().flatMap(List::stream).mapToDouble(node -> node.x + node.width / 2).max().orElse(0) + 24;
    StringBuilder svg = new StringBuilder(text("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\""
        + " height=\"%2$.0f\">\n", width, y - 6)).append(STYLE);
    svg.append(rect("card", width / 2, 1, width - 2, y - 8));
    boxes.values().forEach(node -> node.below.forEach(next -> svg.append(line(node, next))));
    boxes.values().stream().filter(node -> node != frame).forEach(node -> svg.append(box("box", node.name, node.x, node.y, node.width)));
    return svg.append(frame()).append("</svg>\n").toString();
  }

  private void join(Node from, Node to) {
    Node upper = from;
    while (upper != to) {
      Node lower = upper.floor - 1 == to.floor ? to : new Node("", upper.floor - 1);
      if (lower != to) {
        floors.get(lower.floor).add(lower);
      }
      upper.below.add(lower);
      lower.above.add(upper);
      upper = lower;
    }
  }

  /** Moves the nodes of a floor towards the mean of their neighbours, as far as there is room beside each other. */
  private static void place(List<Node> row) {
    double[] left = row.stream().mapToDouble(node -> (mean(node.above, node.x) + mean(node.below, node.x)) / 2).toArray();
    double[] right = left.clone();
    for (int k = 1; k < left.length; k++) {
      left[k] = Math.max(left[k], left[k - 1] + (row.get(k - 1).width + row.get(k).width) / 2 + 16);
      int back = left.length - 1 - k;
      right[back] = Math.min(right[back], right[back + 1] - (row.get(back).width + row.get(back + 1).width) / 2 - 16);
    }
    for (int k = 0; k < left.length; k++) {
      row.get(k).x = (left[k] + right[k]) / 2;
    }
  }

  private static double mean(List<Node> nodes, double otherwise) {
    return nodes.stream().mapToDouble(node -> node.x).average().orElse(otherwise);
  }

  private static double rowHeight(List<Node> row) {
    return row.stream().mapToDouble(node -> node.height).max().orElse(BOX);
  }

  /** An edge: cubic curves between points that each have a slope, vertical at both ends and beside the frame. */
  private static String line(Node from, Node first) {
    double x = port(from, from.below, first);
    double y = from.y + from.height;
    double slope = 0;
    StringBuilder path = new StringBuilder(text("<path class=\"line\" marker-end=\"url(#head)\" d=\"M%.0f %.0f", x, y));
    Node before = from;
    for (Node next = first; before != next; next = next.name.isEmpty() ? next.below.get(0) : next) {
      boolean passes = next.name.isEmpty();
      double nextX = port(next, next.above, before);
      double nextY = next.y + (passes && next.height == BOX ? BOX / 2.0 : 0);
      double nextSlope = passes && next.height == BOX ? (next.below.get(0).x - x) / (next.below.get(0).y - y) : 0;
      double third = (nextY - y) / 3;
      path.append(text("C%.0f %.0f %.0f %.0f %.0f %.0f", x + slope * third, y + third, nextX - nextSlope * third, nextY - third, nextX,
          nextY));
      x = nextX;
      y = passes && next.height > BOX ? next.y + next.height : nextY;
      path.append(y > nextY ? text("V%.0f", y) : "");
      slope = nextSlope;
      before = next;
    }
    return path.append("\"/>\n").toString();
  }

  /** Where an edge meets a node: edges lie beside each other, in the order of their other ends. */
  private static double port(Node node, List<Node> ends, Node end) {
    return node.x + (ends.stream().filter(other -> other.x < end.x).count() - (ends.size() - 1) / 2.0) * 14;
  }

  private String frame() {
    double left = frame.x - frame.width / 2 + 6;
    StringBuilder svg = new StringBuilder(rect("frame", frame.x, frame.y, frame.width, frame.height))
        .append(text("<text x=\"%.0f\" y=\"%.0f\">%s</text>\n", frame.x, frame.y + 17, frame.name));
    for (List<String> row : parts) {
      double wide = (frame.width - 12) / row.size();
      row.forEach(part -> svg.append(box("part", part, left + wide * (row.indexOf(part) + 0.5),
          frame.y + 24 + parts.indexOf(row) * (BOX + 8), wide - 8)));
    }
    return svg.toString();
  }

  private static String box(String kind, String name, double x, double y, double width) {
    return rect(kind, x, y, width, BOX) + text("<text x=\"%.0f\" y=\"%.0f\">%s</text>\n", x, y + 20, name);
  }

  private static String rect(String kind, double x, double y, double width, double height) {
    return text("<rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"6\"/>\n", kind, x - width / 2, y, width,
        height);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
