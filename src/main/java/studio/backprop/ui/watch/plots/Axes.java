package studio.backprop.ui.watch.plots;

import studio.backprop.ui.kit.Numbers;

/** How the marks of an axis are written. */
final class Axes {
  /** Enough for every mark, even after zooming far in. */
  private static final int DIGITS = 6;

  private Axes() {}

  /** A round number as a mark says it: 0.125, 1,000, 10⁻⁴. */
  static String write(Numbers numbers, double mark) {
    String text = numbers.significant(mark, DIGITS);
    return text.startsWith("1·10") ? text.substring("1·".length()) : text;
  }
}
