package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Route of a leader line from a number in a node to a card that crosses no text: out beside the node, then below the network. */
final class LeadRoute {
  private static final double BESIDE = 6;

  private LeadRoute() {}

  /**
   * @param from bounds of the number
   * @param card at the lower right or left
   * @param bottom lower limit
   * @return the corners of the line; empty if nodes block every route
   */
  static Optional<List<Point2D>> find(Bounds from, List<Bounds> nodes, Bounds card, double bottom) {
    Optional<Bounds> own = nodes.stream().filter(node -> node.contains(from.getCenterX(), from.getCenterY())).findFirst();
    boolean right = card.getCenterX() >= from.getCenterX();
    double end = right ? card.getMinX() : card.getMaxX();
    return own.stream()
        .flatMap(node -> Stream.of(right ? node.getMaxX() + BESIDE : node.getMinX() - BESIDE, right ? node.getMinX()
            - BESIDE : node.getMaxX() + BESIDE))
        .flatMap(x -> along(from, nodes, card, x, end).stream())
        .filter(corners -> corners.get(2).getY() <= bottom).findFirst();
  }

  private static Optional<List<Point2D>> along(Bounds from, List<Bounds> nodes, Bounds card, double x, double end) {
    double left = Math.min(x, end);
    double right = Math.max(x, end);
    double lowest = nodes.stream().filter(node -> node.getMaxX() > left && node.getMinX() < right).mapToDouble(Bounds::getMaxY).max()
        .orElse(from.getMaxY());
    double wished = Math.max(lowest, Math.max(card.getMinY(), from.getCenterY())) + BESIDE;
    double level = Math.min(card.getMaxY() - BESIDE, wished);
    boolean free = level > lowest && nodes.stream()
        .noneMatch(node -> node.getMinX() < x && x < node.getMaxX() && node.getMaxY() > from.getCenterY() && node.getMinY() < level);
    double start = x > from.getCenterX() ? from.getMaxX() : from.getMinX();
    return free
        ? Optional.of(List.of(new Point2D(start, from.getCenterY()), new Point2D(x, from.getCenterY()), new Point2D(x, level),
            new Point2D(end, level)))
        : Optional.empty();
  }
}
