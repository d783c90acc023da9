package studio.backprop.ui.watch.plots;

import studio.backprop.ui.kit.Numbers;

/** Format of tick labels. */
final class Axes {
  /** Enough for every tick, even at a high zoom. */
  private static final int DIGITS = 6;

  private Axes() {}

  /** Formats a round number as a tick label: 0.125, 1,000, 10⁻⁴. */
  static String write(Numbers numbers, double mark) {
    String text = numbers.significant(mark, DIGITS);
    return text.startsWith("1·10") ? text.substring("1·".length()) : text;
  }
}
