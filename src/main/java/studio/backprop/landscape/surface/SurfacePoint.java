package studio.backprop.landscape.surface;

/** Point on a test surface. Immutable. */
public record SurfacePoint(double x, double y) {
  /** Euclidean distance. */
  public double distance(SurfacePoint other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
