package studio.backprop.worksheet;

/**
 * Common mistake in a line, and its result.
 *
 * @param key of the sentence that names it, which has the wrong value at {0}
 * @param formula what is computed then
 * @param telling how far its value must lie from the right one in a drawn sheet; 0 where it may coincide
 */
public record Slip(String key, SheetFormula formula, double telling) {
  /** Far enough to be seen at once. */
  public static final double CLEAR = 0.02;
  /** Far enough to be told apart, for values that a learning rate has made small. */
  public static final double FINE = 0.001;

  public static Slip clear(String name, String formula) {
    return of(name, formula, CLEAR);
  }

  public static Slip of(String name, String formula, double telling) {
    return new Slip("worksheet.slip." + name, SheetFormula.of(formula), telling);
  }
}
