package studio.backprop.ui.plots;

import java.util.List;

/** Looks for a place where a text covers as little as possible of a plot's lines: near to what it is about, rather over it than below. */
final class FreePlace {
  private static final double NEAREST = 16;
  private static final double STEP = 8;
  /** Farther away nobody would see what the text is about, in px. */
  private static final double FARTHEST = 64;
  /** Between the text and a line, in px. */
  private static final double AIR = 2;

  private final Area area;
  private final List<Points> lines;

  FreePlace(Area area, List<Points> lines) {
    this.area = area;
    this.lines = lines;
  }

  /** The middle of a text of this height between two edges, in px, that is about a place at height y. */
  double beside(double y, double left, double right, double height) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double apart = NEAREST; apart <= FARTHEST && least > 0; apart += STEP) {
      for (double middle : new double[] {y - apart, y + apart}) {
        boolean inside = middle - height / 2 >= area.top() && middle + height / 2 <= area.bottom();
        double covered = inside ? covered(left, right, middle - height / 2 - AIR, middle + height / 2 + AIR) : Double.POSITIVE_INFINITY;
        if (covered < least) {
          least = covered;
          best = middle;
        }
      }
    }
    return Double.isNaN(best) ? y - NEAREST : best;
  }

  /** How many px along the axis a box covers of the lines. */
  private double covered(double left, double right, double top, double bottom) {
    double covered = 0;
    for (Points line : lines) {
      for (int i = 1; i < line.size(); i++) {
        covered += covered(area.x(line.x(i - 1)), area.y(line.y(i - 1)), area.x(line.x(i)), area.y(line.y(i)), left, right, top, bottom);
      }
    }
    return covered;
  }

  private static double covered(double x0, double y0, double x1, double y1, double left, double right, double top, double bottom) {
    double from = Math.max(left, x0);
    double to = Math.min(right, x1);
    if (!(from <= to)) {
      return 0;
    }
    double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    double start = y0 + (from - x0) * slope;
    double end = y0 + (to - x0) * slope;
    return Math.max(start, end) >= top && Math.min(start, end) <= bottom ? to - from : 0;
  }
}
