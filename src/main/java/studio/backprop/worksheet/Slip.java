package studio.backprop.worksheet;

/**
 * Common mistake in a line, and its result.
 *
 * @param key of the message, with the wrong value at {0}
 * @param formula that is computed by mistake
 * @param telling minimum distance of its value from the correct one in a drawn sheet; 0 where it may coincide
 */
public record Slip(String key, SheetFormula formula, double telling) {
  public static final double CLEAR = 0.02;
  /** For values scaled down by a learning rate. */
  public static final double FINE = 0.001;

  public static Slip clear(String name, String formula) {
    return of(name, formula, CLEAR);
  }

  public static Slip of(String name, String formula, double telling) {
    return new Slip("worksheet.slip." + name, SheetFormula.of(formula), telling);
  }
}
