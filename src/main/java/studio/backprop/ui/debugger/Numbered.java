package studio.backprop.ui.debugger;

/**
 * The numbers among which one is followed.
 *
 * @param values row-major
 * @param rows of the matrix as which they are shown
 * @param columns of it; the last row may not be full
 */
record Numbered(float[] values, int rows, int columns) {
  /** A single row of numbers is broken into lines of so many. */
  private static final int LINE = 32;

  static Numbered of(float[] values, int first) {
    int columns = first > 1 ? values.length / first : Math.min(LINE, values.length);
    return new Numbered(values, (values.length + columns - 1) / columns, columns);
  }
}
