package studio.backprop.ui.window.tour;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Position of the tour's card, avoiding what it explains, in px of the window. */
final class TourPlacement {
  private static final double GAP = 18;
  private static final double EDGE = 12;
  /** Weight per px² of covered panel, against one of covered explained nodes. */
  private static final double ROOM = 0.005;
  /** Weight per px of distance to the control. */
  private static final double WAY = 1;

  private TourPlacement() {}

  /**
   * @param lit panel that is not dimmed
   * @param explained further nodes to keep visible
   */
  static Bounds find(Bounds window, Bounds control, Bounds lit, List<Bounds> explained, double width, double height) {
    return Stream.of(control, lit).flatMap(around -> beside(around, control, width, height))
        .map(card -> inside(window, card))
        .min(Comparator.comparingDouble(card -> cost(card, control, lit, explained)))
        .orElseThrow();
  }

  private static Stream<Bounds> beside(Bounds around, Bounds control, double width, double height) {
    double x = control.getCenterX() - width / 2;
    double y = control.getCenterY() - height / 2;
    return Stream.of(
        new BoundingBox(x, around.getMaxY() + GAP, width, height),
        new BoundingBox(around.getMaxX() + GAP, y, width, height),
        new BoundingBox(x, around.getMinY() - GAP - height, width, height),
        new BoundingBox(around.getMinX() - GAP - width, y, width, height));
  }

  private static Bounds inside(Bounds window, Bounds card) {
    double x = Math.max(window.getMinX() + EDGE, Math.min(window.getMaxX() - EDGE - card.getWidth(), card.getMinX()));
    double y = Math.max(window.getMinY() + EDGE, Math.min(window.getMaxY() - EDGE - card.getHeight(), card.getMinY()));
    return new BoundingBox(Math.rint(x), Math.rint(y), card.getWidth(), card.getHeight());
  }

  private static double cost(Bounds card, Bounds control, Bounds lit, List<Bounds> explained) {
    double covered = 4 * overlap(card, control) + ROOM * overlap(card, lit) + explained.stream().mapToDouble(one -> 4 * overlap(card, one))
        .sum();
    Point2D from = edge(card, control);
    return covered + WAY * from.distance(edge(control, card));
  }

  static double overlap(Bounds a, Bounds b) {
    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  /** Point on the rim of one box nearest to the centre of another. */
  static Point2D edge(Bounds of, Bounds to) {
    return new Point2D(
        Math.max(of.getMinX(), Math.min(of.getMaxX(), to.getCenterX())), Math.max(of.getMinY(), Math.min(of.getMaxY(), to.getCenterY())));
  }
}
