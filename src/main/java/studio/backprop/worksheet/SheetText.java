package studio.backprop.worksheet;

import java.util.List;

/** Formulas of a sheet with numbers in place of names, in any notation. */
public final class SheetText {
  private static final int MOST_DECIMALS = 8;

  private SheetText() {}

  /** Printed value: a given in full, a line rounded, without trailing zeros. */
  public static String printed(Worksheet sheet, String name) {
    return SheetNumber.shortest(sheet.written(name), MOST_DECIMALS);
  }

  /** The result of a line with exactly its decimals. */
  public static String printed(Worksheet sheet, SheetLine line) {
    return SheetNumber.fixed(sheet.result(line), line.decimals());
  }

  /** The formula of a line with the printed numbers in it. */
  public static String withNumbers(Worksheet sheet, SheetLine line, SheetNotation notation) {
    return line.formula().written(new SheetNotation() {
      @Override
      public String name(String name) {
        return printed(sheet, name);
      }

      @Override
      public String number(double value) {
        return notation.number(value);
      }

      @Override
      public String power(String base, String exponent) {
        return notation.power(base, exponent);
      }

      @Override
      public String function(SheetFunction function, List<String> of) {
        return notation.function(function, of);
      }

      @Override
      public String quotient(String above, String below) {
        return notation.quotient(above, below);
      }
    });
  }
}
