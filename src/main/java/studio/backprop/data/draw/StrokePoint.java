package studio.backprop.data.draw;

/**
 * A place that a pen was moved over.
 *
 * @param x from the left of the pad, whose side is 1
 * @param y from its top
 * @param width of the line there, as a multiple of the usual one
 */
public record StrokePoint(double x, double y, double width) {
  public StrokePoint {
    if (!(width > 0)) {
      throw new IllegalArgumentException("the width of a line must be above 0, but was " + width);
    }
  }
}
