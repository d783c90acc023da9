package studio.backprop.ui.inside.lens.sheet;

import studio.backprop.ui.kit.Numbers;

/** Number format of a cell: .75 in a narrow one, 0.7512 in a wide one. */
public final class CellText {
  /** Minimum width of a cell with a number, in px. */
  public static final double NARROWEST = 26;
  /** Minimum height, in px. */
  static final double LOWEST = 12;

  private static final double MEDIUM = 34;
  private static final double WIDE = 52;

  private CellText() {}

  public static String of(Numbers numbers, double value, double width) {
    if (!Double.isFinite(value)) {
      return numbers.compact(value);
    }
    double size = Math.abs(value);
    if (width >= WIDE) {
      return size == 0 ? "0" : size < 10 ? numbers.fixed(value, size < 1 ? 4 : 3) : numbers.significant(value, 4);
    }
    if (size < 0.005) {
      return "0";
    }
    if (size < 9.995) {
      String text = numbers.fixed(value, value < -0.995 && width < MEDIUM ? 1 : 2);
      return size < 0.995 ? text.replaceFirst("0(?=\\D)", "") : text.replaceFirst("\\D00$", "");
    }
    return size < 1000 ? numbers.fixed(value, size < 99.95 && value != Math.rint(value) ? 1 : 0) : numbers.significant(value, 1);
  }
}
