package studio.backprop.ui.designer;

import java.util.Collection;
import java.util.Optional;

/** A rectangle of the canvas, in its own px: before zoom. */
record Box(double x, double y, double width, double height) {
  /** The box between two corners, whichever way they lie. */
  static Box between(double x1, double y1, double x2, double y2) {
    return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /** The smallest box around others. */
  static Optional<Box> around(Collection<Box> boxes) {
    return boxes.stream().reduce(Box::with);
  }

  private Box with(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centerX() {
    return x + width / 2;
  }

  double centerY() {
    return y + height / 2;
  }

  boolean touches(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }
}
