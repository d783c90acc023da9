package studio.backprop.data.draw;

import java.util.ArrayList;
import java.util.List;

/** Stroke of the pen as a polyline; a single point is a dot. Immutable. */
public record Stroke(List<StrokePoint> points) {
  public Stroke {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a stroke needs at least one point");
    }
    points = List.copyOf(points);
  }

  public Stroke to(StrokePoint next) {
    List<StrokePoint> longer = new ArrayList<>(points);
    longer.add(next);
    return new Stroke(longer);
  }

  /** Distance of a point from the centre line. */
  public double distance(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      StrokePoint from = points.get(Math.max(0, i - 1));
      StrokePoint to = points.get(i);
      double t = along(from.x(), from.y(), to.x(), to.y(), x, y);
      least = Math.min(least, Math.hypot(from.x() + t * (to.x() - from.x()) - x, from.y() + t * (to.y() - from.y()) - y));
    }
    return least;
  }

  /** Parameter of the closest point on a segment, from 0 to 1. */
  static double along(double fromX, double fromY, double toX, double toY, double x, double y) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double square = dx * dx + dy * dy;
    return square == 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / square));
  }
}
