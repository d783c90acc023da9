package studio.backprop.landscape.surface;

/** A place on a test surface: the values of its two weights. */
public record SurfacePoint(double x, double y) {
  /** How far another place is, as the crow flies. */
  public double distance(SurfacePoint other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
