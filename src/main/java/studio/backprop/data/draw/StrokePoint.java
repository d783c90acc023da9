package studio.backprop.data.draw;

/**
 * Vertex of a stroke.
 *
 * @param x from the left of the pad, in units of its side
 * @param y from its top
 * @param width of the line, relative to the default
 */
public record StrokePoint(double x, double y, double width) {
  public StrokePoint {
    if (!(width > 0)) {
      throw new IllegalArgumentException("the width of a line must be above 0, but was " + width);
    }
  }
}
