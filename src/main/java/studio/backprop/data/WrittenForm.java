package studio.backprop.data;

/**
 * Notation of a column before its conversion to numbers or dates; applied to new rows.
 *
 * @param decimalComma whether a comma is the decimal sign
 * @param order of its dates
 * @param unit of its numbers; empty for none
 */
public record WrittenForm(boolean decimalComma, Order order, String unit) {
  /** Unknown notation. */
  public static final WrittenForm PLAIN = new WrittenForm(false, Order.UNSAID, "");

  /** Order of dates with the year last. */
  public enum Order {
    UNSAID,
    DAY,
    MONTH
  }

  WrittenForm withOrder(Order known) {
    return new WrittenForm(decimalComma, known, unit);
  }

  WrittenForm withNumbers(boolean comma, String besides) {
    return new WrittenForm(comma, order, besides);
  }

  /** Whether a number with this unit belongs to the column; no unit always does. */
  boolean allows(String besides) {
    return unit.isEmpty() || besides.isEmpty() || besides.equals(unit);
  }
}
