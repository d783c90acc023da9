package studio.backprop.ui.watch.plots;

/**
 * Plotting area and axis limits.
 *
 * @param left in px, as the next three
 * @param from position on the step axis at the left edge
 * @param low value at the lower edge
 */
record Area(double left, double top, double width, double height, double from, double to, double low, double high, boolean logarithmic) {
  /** Clipping distance outside the area, in px. */
  private static final double FAR = 10_000;

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  double x(double place) {
    return left + (place - from) / (to - from) * width;
  }

  /** Position on the step axis under a pixel. */
  double placeAt(double x) {
    return from + (x - left) / width * (to - from);
  }

  double y(double value) {
    double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return Math.max(-FAR, Math.min(FAR, bottom() - share * height));
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right() && y >= top && y <= bottom();
  }
}
