package studio.backprop.ui.design.designer.edit;

import java.util.stream.IntStream;

/**
 * Cubic Bézier curve of a wire from an output port to an input port. Immutable.
 *
 * @param peak height of its middle above its ends, to bypass nodes; negative for a bypass below
 */
public record WireCurve(double x1, double y1, double x2, double y2, double peak) {
  private static final double MIN_BEND = 60;
  /** Bend of a wire that leads backwards, which must first clear its own node. */
  private static final double BACKWARD_BEND = 160;
  private static final int PIECES = 24;
  /** The middle of a cubic reaches three quarters of the way to its control points. */
  private static final double REACHED = 0.75;
  /** Distance to the left and down from which a wire leads to the next line of a long network. */
  private static final double LINE_BACK = 600;
  private static final double LINE_DOWN = 200;
  /** Share of its width that a wire to the next line first goes straight on, to clear its own node. */
  private static final double LINE_BEND = 0.28;

  public WireCurve(double x1, double y1, double x2, double y2) {
    this(x1, y1, x2, y2, 0);
  }

  /** Length of the straight start; longer for a wire that turns back. */
  double bend() {
    double dx = x2 - x1;
    if (turnsLine()) {
      return -LINE_BEND * dx;
    }
    if (peak != 0) {
      return dx >= 0 ? MIN_BEND / 2 : BACKWARD_BEND;
    }
    if (y1 == y2 && dx >= 0) {
      return dx / 3;
    }
    return dx >= 0 ? Math.max(Math.min(MIN_BEND, dx), dx / 2) : Math.min(3 * MIN_BEND, MIN_BEND - dx / 2);
  }

  /** Whether it leads back to the next line. */
  boolean turnsLine() {
    return x1 - x2 > LINE_BACK && y2 - y1 > LINE_DOWN;
  }

  public double controlX1() {
    return x1 + bend();
  }

  public double controlX2() {
    return x2 - bend();
  }

  public double controlY1() {
    return turnsLine() ? y2 + sunk() : y1 - peak / REACHED;
  }

  public double controlY2() {
    return turnsLine() ? y1 + sunk() : y2 - peak / REACHED;
  }

  /** Downward shift of both control points that puts the middle of the curve midway between two lines. */
  private double sunk() {
    double middle = y2 - y1 - Anatomy.PORT_Y - Anatomy.BETWEEN_LINES / 2;
    double ends = (1 - REACHED) / 2 * (y2 - y1);
    return ((middle - ends) * 2 / REACHED - (y2 - y1)) / 2;
  }

  public double x(double t) {
    return at(t, x1, controlX1(), controlX2(), x2);
  }

  public double y(double t) {
    return at(t, y1, controlY1(), controlY2(), y2);
  }

  private static double at(double t, double a, double b, double c, double d) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }

  /** Direction of the data flow at a parameter of the curve, in radians. */
  public double angle(double t) {
    double step = 0.01;
    double from = Math.max(0, t - step);
    double to = Math.min(1, t + step);
    return Math.atan2(y(to) - y(from), x(to) - x(from));
  }

  /** Whether it passes behind a box, apart from its ends. */
  boolean crosses(Box box) {
    if (!hull().touches(box)) {
      return false;
    }
    for (int i = 1; i < PIECES; i++) {
      double t = i / (double) PIECES;
      if (box.touches(new Box(x(t), y(t), 0, 0))) {
        return true;
      }
    }
    return false;
  }

  /** Bounding box of ends and control points, which contains the curve. */
  private Box hull() {
    double left = Math.min(x1, Math.min(x2, controlX2()));
    double right = Math.max(x2, Math.max(x1, controlX1()));
    double top = Math.min(Math.min(y1, y2), Math.min(controlY1(), controlY2()));
    double bottom = Math.max(Math.max(y1, y2), Math.max(controlY1(), controlY2()));
    return new Box(left, top - 1, right - left, bottom - top + 2);
  }

  /** Bounding box of the curve itself. */
  Box span() {
    return Box.around(IntStream.rangeClosed(0, PIECES).mapToObj(i -> new Box(x(i / (double) PIECES), y(i / (double) PIECES), 0, 0))
        .toList()).orElseThrow();
  }

  public double length() {
    double length = 0;
    for (int i = 0; i < PIECES; i++) {
      double from = i / (double) PIECES;
      double to = (i + 1) / (double) PIECES;
      length += Math.hypot(x(to) - x(from), y(to) - y(from));
    }
    return length;
  }

  public double distance(double x, double y) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i <= PIECES; i++) {
      double t = i / (double) PIECES;
      least = Math.min(least, Math.hypot(x(t) - x, y(t) - y));
    }
    return least;
  }
}
