package studio.backprop.train.landscape;

import java.util.List;

/** The part of a plane that a map shows, by its coordinates a (to the right) and b (upwards). */
public record MapFrame(double left, double right, double bottom, double top) {
  private static final double MARGIN = 0.15;

  /** A square around the origin. */
  public static MapFrame around(double reach) {
    return new MapFrame(-reach, reach, -reach, reach);
  }

  /**
   * Around the trails, with a margin. One that broke and went far astray does not count: it leaves the frame.
   *
   * @param trails of one architecture, that of the plane
   */
  public static MapFrame around(WeightPlane plane, List<WeightTrail> trails) {
    double left = 0;
    double right = 0;
    double bottom = 0;
    double top = 0;
    boolean first = true;
    for (WeightPosition position : WeightPlanes.counted(trails)) {
      double[] at = plane.project(position.weights());
      left = first ? at[0] : Math.min(left, at[0]);
      right = first ? at[0] : Math.max(right, at[0]);
      bottom = first ? at[1] : Math.min(bottom, at[1]);
      top = first ? at[1] : Math.max(top, at[1]);
      first = false;
    }
    double width = right - left;
    double height = top - bottom;
    // a trail along one axis still has something to both sides of it
    double wide = width > 0 ? Math.max(width, height / 10) : height > 0 ? height / 10 : 2;
    double high = height > 0 ? Math.max(height, width / 10) : width > 0 ? width / 10 : 2;
    double x = (left + right) / 2;
    double y = (bottom + top) / 2;
    double halfWide = wide * (0.5 + MARGIN);
    double halfHigh = high * (0.5 + MARGIN);
    return new MapFrame(x - halfWide, x + halfWide, y - halfHigh, y + halfHigh);
  }

  public boolean contains(double a, double b) {
    return a >= left && a <= right && b >= bottom && b <= top;
  }
}
