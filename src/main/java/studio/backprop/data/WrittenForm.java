package studio.backprop.data;

/**
 * How the cells of a column were written before they were read as numbers or dates. New rows are read in the same way.
 *
 * @param decimalComma whether a comma sets decimals apart, never thousands
 * @param order what stands first in its dates
 * @param unit that stood beside its numbers; empty where none did
 */
public record WrittenForm(boolean decimalComma, Order order, String unit) {
  /** Nothing is known of it. */
  public static final WrittenForm PLAIN = new WrittenForm(false, Order.UNSAID, "");

  /** What stands first in a date whose year stands last. */
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

  /** Whether a number with this beside it is one of the column; no unit is always meant as the column's own. */
  boolean allows(String besides) {
    return unit.isEmpty() || besides.isEmpty() || besides.equals(unit);
  }
}
