package studio.backprop.ui.judge.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

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
  /** Of the ball around the middle that holds all points of a space. */
  private double radius = 1;
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

  /** Shows points smaller where a turn has brought some out of sight; nothing for a view that a person has moved. */
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

  /** How far points of a space lie from the middle, the way they are turned. */
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

  /** A place of a space, measured from the middle, as it is seen; larger where it is nearer. */
  private Place turned(double x, double y, double z) {
    double across = x * Math.cos(yaw) + z * Math.sin(yaw);
    double away = -x * Math.sin(yaw) + z * Math.cos(yaw);
    double up = y * Math.cos(pitch) - away * Math.sin(pitch);
    double depth = (y * Math.sin(pitch) + away * Math.cos(pitch)) / radius;
    double nearer = 1 + DEPTH * depth / 2;
    return new Place(across * nearer, up * nearer, depth);
  }

  /** Where an axis of a space points to, as long as it is seen: 1 for one that lies across. Its y grows upwards. */
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
