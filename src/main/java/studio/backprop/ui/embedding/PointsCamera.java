package studio.backprop.ui.embedding;

import java.util.Arrays;

/** From where a layout is looked at: its middle, how large it is shown, and in three dimensions how it is turned. */
final class PointsCamera {
  private static final double MARGIN = 0.86;
  private static final double LEAST = 0.25;
  private static final double MOST = 60;
  private static final double UPRIGHT = Math.PI / 2;
  private static final double FIRST_YAW = 0.6;
  private static final double FIRST_PITCH = 0.35;
  /** How much nearer and farther points differ in size. */
  private static final double DEPTH = 0.35;

  private final double[] middle = new double[3];
  private double reachX = 1;
  private double reachY = 1;
  private boolean solid;
  private double zoom = 1;
  private double panX;
  private double panY;
  private double yaw = FIRST_YAW;
  private double pitch = FIRST_PITCH;
  private boolean moved;

  /** Where a point is seen. Its depth goes from −1, far, to 1, near; in a plane it is 0. */
  record Place(double x, double y, double depth) {}

  /** Whether a person has chosen what is seen: then it does not follow the points. */
  boolean isMoved() {
    return moved;
  }

  /** Shows all points, the way it is turned. */
  void fit(double[][] layout) {
    moved = false;
    zoom = 1;
    panX = 0;
    panY = 0;
    follow(layout, 1);
  }

  /**
   * Comes nearer to showing all points.
   *
   * @param share how far of the way, up to 1
   */
  void follow(double[][] layout, double share) {
    int dimensions = layout[0].length;
    solid = dimensions > 2;
    double[] low = new double[dimensions];
    double[] high = new double[dimensions];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (double[] point : layout) {
      for (int d = 0; d < dimensions; d++) {
        low[d] = Math.min(low[d], point[d]);
        high[d] = Math.max(high[d], point[d]);
      }
    }
    for (int d = 0; d < dimensions; d++) {
      middle[d] += share * ((low[d] + high[d]) / 2 - middle[d]);
    }
    double radius = 0;
    for (double[] point : layout) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        square += Math.pow(point[d] - (low[d] + high[d]) / 2, 2);
      }
      radius = Math.max(radius, Math.sqrt(square));
    }
    reachX += share * (positive(solid ? radius : (high[0] - low[0]) / 2) - reachX);
    reachY += share * (positive(solid ? radius : (high[1] - low[1]) / 2) - reachY);
  }

  private static double positive(double reach) {
    return reach > 0 ? reach : 1;
  }

  private double scale(double width, double height) {
    return zoom * MARGIN * Math.min(width / 2 / reachX, height / 2 / reachY);
  }

  Place place(double[] point, double width, double height) {
    double x = point[0] - middle[0];
    double y = point[1] - middle[1];
    double depth = 0;
    if (solid) {
      double z = point[2] - middle[2];
      double across = x * Math.cos(yaw) + z * Math.sin(yaw);
      double away = -x * Math.sin(yaw) + z * Math.cos(yaw);
      double up = y * Math.cos(pitch) - away * Math.sin(pitch);
      depth = (y * Math.sin(pitch) + away * Math.cos(pitch)) / reachX;
      x = across * (1 + DEPTH * depth / 2);
      y = up * (1 + DEPTH * depth / 2);
    }
    double scale = scale(width, height);
    return new Place(width / 2 + panX + x * scale, height / 2 + panY - y * scale, depth);
  }

  /** How large a point is drawn that is so near. */
  static double size(double depth) {
    return 1 + DEPTH * depth;
  }

  void pan(double dx, double dy) {
    moved = true;
    panX += dx;
    panY += dy;
  }

  /** Turns a layout of three dimensions, in radians; moves one of two. */
  void turn(double across, double up) {
    yaw += across;
    pitch = Math.max(-UPRIGHT, Math.min(UPRIGHT, pitch + up));
  }

  boolean isSolid() {
    return solid;
  }

  /** Comes nearer by a factor; what is at the place stays there. */
  void zoom(double factor, double x, double y, double width, double height) {
    double next = Math.max(LEAST, Math.min(MOST, zoom * factor));
    double real = next / zoom;
    panX = x - width / 2 - (x - width / 2 - panX) * real;
    panY = y - height / 2 - (y - height / 2 - panY) * real;
    zoom = next;
    moved = true;
  }
}
