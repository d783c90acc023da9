package studio.backprop.ui.compare.landscape;

/**
 * Where the points of a surface plot are seen, in px: a floor as wide as deep, over it the loss by its logarithm, seen from far away, so
 * that parallels stay parallel. It no longer changes.
 */
final class SurfacePlotPlacement {
  /** How high the highest loss stands, where the floor is 2 wide. */
  private static final double HEIGHT = 0.9;
  /** From corner to corner, and the room for words beside it. */
  private static final double DIAGONAL = 2 * Math.sqrt(2);
  private static final double ROOM_ACROSS = 0.15;
  private static final double ROOM_UPWARDS = 0.4;

  /** A point as it is seen. Its depth grows away from the eye; the floor is 2 wide. */
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

  /** @param shares the heights of the map, from 0 to 1 @param top of the room for it, in px */
  SurfacePlotPlacement(DrawnMap map, float[] shares, SurfacePlotView view, double width, double top, double height) {
    this.map = map;
    this.shares = shares;
    cosYaw = Math.cos(view.yaw());
    sinYaw = Math.sin(view.yaw());
    cosPitch = Math.cos(view.pitch());
    sinPitch = Math.sin(view.pitch());
    // however it is turned around, it keeps its size
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

  /** A point over the floor. @param u from −1, left, to 1 @param v from −1, below on the map, to 1 @param share from 0 to 1 */
  Seen at(double u, double v, double share) {
    double across = u * cosYaw - v * sinYaw;
    double away = u * sinYaw + v * cosYaw;
    double up = HEIGHT * share;
    return new Seen(middleX + scale * across, middleY - scale * (up * cosPitch + away * sinPitch), away * cosPitch - up * sinPitch);
  }

  /** The point of the surface at a place of the map; one beyond its edges over the nearest edge. */
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

  /** The height of the surface, evenly between the losses that were computed. */
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
