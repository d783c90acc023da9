package studio.backprop.ui.judge.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Camera of a layout: centre, zoom, and the rotation in 3-D. */
final class PointsCamera {
  private static final double MARGIN = 0.86;
  private static final double LEAST = 0.25;
  private static final double MOST = 60;
  private static final double UPRIGHT = Math.PI / 2;
  private static final double FIRST_YAW = 0.6;
  private static final double FIRST_PITCH = 0.35;
  /** Difference in size between near and far points. */
  private static final double DEPTH = 0.35;

  private final double[] middle = new double[3];
  private double reachX = 1;
  private double reachY = 1;
  /** Radius of the bounding sphere of a 3-D layout. */
  private double radius = 1;
  private boolean solid;
  private double zoom = 1;
  private double panX;
  private double panY;
  private double yaw = FIRST_YAW;
  private double pitch = FIRST_PITCH;
  private boolean moved;

  /** Projected point. Depth is −1 (far) to 1 (near); 0 in 2-D. */
  record Place(double x, double y, double depth) {}

  /** Whether the user has moved the view: then it does not follow the points. */
  boolean isMoved() {
    return moved;
  }

  /** Fits all points, keeping the rotation. */
  void fit(double[][] layout) {
    moved = false;
    zoom = 1;
    panX = 0;
    panY = 0;
    follow(layout, 1);
  }

  /**
   * Moves towards a fit of all points.
   *
   * @param share of the distance, up to 1
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
    double across = (high[0] - low[0]) / 2;
    double up = (high[1] - low[1]) / 2;
    if (solid) {
      radius += share * (positive(radius(layout)) - radius);
      Place reach = reach(layout);
      across = reach.x();
      up = reach.y();
    }
    reachX += share * (positive(across) - reachX);
    reachY += share * (positive(up) - reachY);
  }

  /** Zooms out where a rotation has moved points out of view; does nothing for a view that the user has moved. */
  void keepInSight(double[][] layout) {
    if (solid && !moved) {
      Place reach = reach(layout);
      reachX = Math.max(reachX, reach.x());
      reachY = Math.max(reachY, reach.y());
    }
  }

  private double radius(double[][] layout) {
    return Math.sqrt(Arrays.stream(layout)
        .mapToDouble(point -> IntStream.range(0, point.length).mapToDouble(d -> Math.pow(point[d] - middle[d], 2)).sum()).max().orElse(0));
  }

  /** Extent of the rotated 3-D points from the centre. */
  private Place reach(double[][] layout) {
    double x = 0;
    double y = 0;
    for (double[] point : layout) {
      Place seen = turned(point[0] - middle[0], point[1] - middle[1], point[2] - middle[2]);
      x = Math.max(x, Math.abs(seen.x()));
      y = Math.max(y, Math.abs(seen.y()));
    }
    return new Place(x, y, 0);
  }

  /** Perspective projection of a 3-D point relative to the centre. */
  private Place turned(double x, double y, double z) {
    double across = x * Math.cos(yaw) + z * Math.sin(yaw);
    double away = -x * Math.sin(yaw) + z * Math.cos(yaw);
    double up = y * Math.cos(pitch) - away * Math.sin(pitch);
    double depth = (y * Math.sin(pitch) + away * Math.cos(pitch)) / radius;
    double nearer = 1 + DEPTH * depth / 2;
    return new Place(across * nearer, up * nearer, depth);
  }

  /** Projected unit vector of a 3-D axis; y upwards. */
  Place axis(int dimension) {
    double x = dimension == 0 ? 1 : 0;
    double y = dimension == 1 ? 1 : 0;
    double z = dimension == 2 ? 1 : 0;
    double away = -x * Math.sin(yaw) + z * Math.cos(yaw);
    return new Place(x * Math.cos(yaw) + z * Math.sin(yaw), y * Math.cos(pitch) - away * Math.sin(pitch),
        y * Math.sin(pitch) + away * Math.cos(pitch));
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
      Place seen = turned(x, y, point[2] - middle[2]);
      depth = seen.depth();
      x = seen.x();
      y = seen.y();
    }
    double scale = scale(width, height);
    return new Place(width / 2 + panX + x * scale, height / 2 + panY - y * scale, depth);
  }

  /** Drawn size of a point at a depth. */
  static double size(double depth) {
    return 1 + DEPTH * depth;
  }

  void pan(double dx, double dy) {
    moved = true;
    panX += dx;
    panY += dy;
  }

  /** Rotates a 3-D layout, in radians; moves a 2-D one. */
  void turn(double across, double up) {
    yaw += across;
    pitch = Math.max(-UPRIGHT, Math.min(UPRIGHT, pitch + up));
  }

  boolean isSolid() {
    return solid;
  }

  /** Zooms about a fixed place. */
  void zoom(double factor, double x, double y, double width, double height) {
    double next = Math.max(LEAST, Math.min(MOST, zoom * factor));
    double real = next / zoom;
    panX = x - width / 2 - (x - width / 2 - panX) * real;
    panY = y - height / 2 - (y - height / 2 - panY) * real;
    zoom = next;
    moved = true;
  }
}
