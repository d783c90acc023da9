package studio.backprop.landscape;

import java.util.List;

/** Rectangle of a plane, by coordinates a (to the right) and b (upwards). Immutable. */
public record MapFrame(double left, double right, double bottom, double top) {
  private static final double MARGIN = 0.15;

  public static MapFrame around(double reach) {
    return new MapFrame(-reach, reach, -reach, reach);
  }

  /**
   * Bounding box of the trails, with a margin, without diverged ones.
   *
   * @param trails of the plane's architecture
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
    return spanned(left, right, bottom, top);
  }

  /** Bounding box of three points (a, b), with a margin. */
  static MapFrame around(double[] one, double[] two, double[] three) {
    return spanned(Math.min(one[0], Math.min(two[0], three[0])), Math.max(one[0], Math.max(two[0], three[0])),
        Math.min(one[1], Math.min(two[1], three[1])), Math.max(one[1], Math.max(two[1], three[1])));
  }

  private static MapFrame spanned(double left, double right, double bottom, double top) {
    double width = right - left;
    double height = top - bottom;
    // minimum extent for trails along one axis
    double wide = width > 0 ? Math.max(width, height / 10) : height > 0 ? height / 10 : 2;
    double high = height > 0 ? Math.max(height, width / 10) : width > 0 ? width / 10 : 2;
    double x = (left + right) / 2;
    double y = (bottom + top) / 2;
    double halfWide = wide * (0.5 + MARGIN);
    double halfHigh = high * (0.5 + MARGIN);
    return new MapFrame(x - halfWide, x + halfWide, y - halfHigh, y + halfHigh);
  }

  /** Bounding box of both. */
  public MapFrame with(MapFrame other) {
    return new MapFrame(Math.min(left, other.left), Math.max(right, other.right), Math.min(bottom, other.bottom), Math.max(top, other.top));
  }

  public boolean contains(MapFrame other) {
    return contains(other.left, other.bottom) && contains(other.right, other.top);
  }

  public boolean contains(double a, double b) {
    return a >= left && a <= right && b >= bottom && b <= top;
  }
}
