package studio.backprop.ui.watch.plots;

/**
 * Dense line of width 1 as adjacent boxes, from the minimum to the maximum of each pixel column. The software renderer treats a stroke with
 * thousands of edges as one shape and sorts its edges per row; boxes take a fraction of that.
 */
final class PixelColumns {
  /** Maximum width in px; wider boxes look like steps. */
  private static final double WIDEST = 3;

  /** Receives each box. */
  @FunctionalInterface
  interface Boxes {
    void box(double x, double y, double width, double height);
  }

  private PixelColumns() {}

  /** Whether the line through the first points, from left to right, is dense throughout, and most positions have several values. */
  static boolean suit(double[] xs, double[] ys, int count) {
    int places = 0;
    int tall = 0;
    double gap = 0;
    for (int i = 1; i < count; i++) {
      if (xs[i] > xs[i - 1]) {
        places++;
        gap = Math.max(gap, xs[i] - xs[i - 1]);
      } else if (Math.abs(ys[i] - ys[i - 1]) > 1) {
        tall++;
      }
    }
    return gap <= WIDEST && 2 * tall > places;
  }

  /** Emits a box per position, whole pixels wide, from left to right, clipped vertically; each touches the one before. */
  static void tell(double[] xs, double[] ys, int count, double above, double below, Boxes boxes) {
    double top = ys[0];
    double bottom = ys[0];
    for (int i = 1; i < count; i++) {
      double pixel = Math.floor(xs[i - 1]);
      double next = Math.floor(xs[i]);
      if (next > pixel) {
        tell(pixel, next, top, bottom, above, below, boxes);
        // the line comes from the last point
        top = ys[i - 1];
        bottom = ys[i - 1];
      }
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    double last = Math.floor(xs[count - 1]);
    tell(last, last + 1, top, bottom, above, below, boxes);
  }

  private static void tell(double from, double to, double top, double bottom, double above, double below, Boxes boxes) {
    double high = Math.max(above, top - 0.5);
    double low = Math.min(below, bottom + 0.5);
    if (low > high) {
      boxes.box(from, high, to - from, low - high);
    }
  }
}
