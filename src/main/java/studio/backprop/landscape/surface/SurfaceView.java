package studio.backprop.landscape.surface;

/** The part of a test surface that is looked at, in values of its weights. */
public record SurfaceView(double left, double right, double bottom, double top) {
  public boolean contains(SurfacePoint point) {
    return point.x() >= left && point.x() <= right && point.y() >= bottom && point.y() <= top;
  }

  /** The nearest place within it. */
  public SurfacePoint nearest(SurfacePoint point) {
    return new SurfacePoint(Math.max(left, Math.min(right, point.x())), Math.max(bottom, Math.min(top, point.y())));
  }
}
