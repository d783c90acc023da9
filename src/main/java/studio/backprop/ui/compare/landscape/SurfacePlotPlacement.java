package studio.backprop.ui.compare.landscape;

/** Orthographic projection of a surface plot to px: square floor, height by the logarithm of the loss. Immutable. */
final class SurfacePlotPlacement {
  /** Height of the maximum, where the floor is 2 wide. */
  private static final double HEIGHT = 0.9;
  private static final double DIAGONAL = 2 * Math.sqrt(2);
  private static final double ROOM_ACROSS = 0.15;
  private static final double ROOM_UPWARDS = 0.4;

  /** A projected point. Depth increases away from the viewer; the floor is 2 wide. */
  record Seen(double x, double y, double depth) {}

  private final DrawnMap map;
  private final float[] shares;
  private final double cosYaw;
  private final double sinYaw;
  private final double cosPitch;
  private final double sinPitch;
  private final double scale;
  private final double middleX;
  private final double middleY;

  /** @param shares normalized heights, 0 to 1 @param top upper edge in px */
  SurfacePlotPlacement(DrawnMap map, float[] shares, SurfacePlotView view, double width, double top, double height) {
    this.map = map;
    this.shares = shares;
    cosYaw = Math.cos(view.yaw());
    sinYaw = Math.sin(view.yaw());
    cosPitch = Math.cos(view.pitch());
    sinPitch = Math.sin(view.pitch());
    // independent of the rotation
    scale = Math.min(width / (DIAGONAL + ROOM_ACROSS), height / (DIAGONAL * sinPitch + HEIGHT * cosPitch + ROOM_UPWARDS));
    middleX = width / 2;
    middleY = top + height / 2 + scale * HEIGHT * cosPitch / 2;
  }

  DrawnMap map() {
    return map;
  }

  float[] shares() {
    return shares;
  }

  /** Projects a point. @param u from −1, left, to 1 @param v from −1, below on the map, to 1 @param share height from 0 to 1 */
  Seen at(double u, double v, double share) {
    double across = u * cosYaw - v * sinYaw;
    double away = u * sinYaw + v * cosYaw;
    double up = HEIGHT * share;
    return new Seen(middleX + scale * across, middleY - scale * (up * cosPitch + away * sinPitch), away * cosPitch - up * sinPitch);
  }

  /** Projects a point of the surface, clamped to its edges. */
  Seen on(double x, double y) {
    double u = u(x);
    double v = v(y);
    return at(u, v, share(u, v));
  }

  double u(double x) {
    return limited(2 * (x - map.left()) / (map.right() - map.left()) - 1);
  }

  double v(double y) {
    return limited(2 * (y - map.bottom()) / (map.top() - map.bottom()) - 1);
  }

  double x(double u) {
    return map.left() + (u + 1) / 2 * (map.right() - map.left());
  }

  double y(double v) {
    return map.bottom() + (v + 1) / 2 * (map.top() - map.bottom());
  }

  private static double limited(double at) {
    return Double.isNaN(at) ? 1 : Math.max(-1, Math.min(1, at));
  }

  /** Height of the surface, bilinearly interpolated. */
  double share(double u, double v) {
    double atColumn = (u + 1) / 2 * (map.columns() - 1);
    double atRow = (1 - v) / 2 * (map.rows() - 1);
    int column = Math.min(map.columns() - 2, (int) atColumn);
    int row = Math.min(map.rows() - 2, (int) atRow);
    int at = row * map.columns() + column;
    double right = atColumn - column;
    double down = atRow - row;
    double upper = shares[at] + right * (shares[at + 1] - shares[at]);
    double lower = shares[at + map.columns()] + right * (shares[at + map.columns() + 1] - shares[at + map.columns()]);
    return upper + down * (lower - upper);
  }
}
