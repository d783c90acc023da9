package studio.backprop.derivation;

import java.util.List;

/**
 * Graph of an op as a function of one element, with all others constant; sampled by running the op. Immutable.
 *
 * @param x value of the element
 * @param y output
 * @param slope of the tangent, by the op's backward pass
 * @param points from left to right; may be discontinuous
 */
public record OpCurve(double x, double y, double slope, List<Point> points) {
  public OpCurve {
    points = List.copyOf(points);
  }

  public record Point(double x, double y) {}

  /** Tangent value. */
  public double tangent(double at) {
    return y + slope * (at - x);
  }
}
