package studio.backprop.derivation;

import java.util.List;

/**
 * What an op makes of a number, all others as they are: the op itself was run at each point.
 *
 * @param x where the number stands
 * @param y what the op makes of it
 * @param slope there, as the op's own backward gives it: that of the tangent
 * @param points from left to right; the values may jump where the op's do
 */
public record OpCurve(double x, double y, double slope, List<Point> points) {
  public OpCurve {
    points = List.copyOf(points);
  }

  /** One point of the curve. */
  public record Point(double x, double y) {}

  /** The tangent at a place. */
  public double tangent(double at) {
    return y + slope * (at - x);
  }
}
