package studio.backprop.landscape.surface;

/** Displayed rectangle of a test surface. Immutable. */
public record SurfaceView(double left, double right, double bottom, double top) {
  public boolean contains(SurfacePoint point) {
    return point.x() >= left && point.x() <= right && point.y() >= bottom && point.y() <= top;
  }

  /** Nearest point within it. */
  public SurfacePoint nearest(SurfacePoint point) {
    return new SurfacePoint(Math.max(left, Math.min(right, point.x())), Math.max(bottom, Math.min(top, point.y())));
  }
}
