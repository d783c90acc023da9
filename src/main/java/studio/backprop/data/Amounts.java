package studio.backprop.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of localized amounts: currency signs, units, percent signs, thousands separators. */
final class Amounts {
  private static final String MONEY = "[$€£¥￥₹₩]|US\\$|USD|EUR|GBP|CHF|CNY|RMB|JPY";
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)(" + MONEY + ")?\\s*([+-]?)((?:\\d|\\.\\d)[\\d.,'’\\u00a0\\u202f ]*?)\\s*(" + MONEY
          + "|[%‰％]|[°µ]?\\p{L}{1,8}(?:/\\p{L}{1,4})?[²³]?)?");
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:([,.])\\d{3})(?:\\1\\d{3})*");
  private static final Pattern SPACED = Pattern.compile("\\d{1,3}(?:['’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?");

  private Amounts() {}

  /**
   * Parsed amount.
   *
   * @param number in plain notation
   * @param unit empty where only thousands separators or a decimal comma were removed
   */
  record Amount(String number, String unit) {}

  /** Without column context, see {@link #read(String, boolean)}. */
  static Optional<Amount> read(String cell) {
    return read(cell, isDecimalComma(cell));
  }

  /**
   * Empty where the cell is no amount.
   *
   * @param decimalComma whether a single comma is a decimal sign, even where it could separate thousands
   */
  static Optional<Amount> read(String cell, boolean decimalComma) {
    Matcher amount = AMOUNT.matcher(cell);
    if (!amount.matches() || amount.group(2) != null && amount.group(5) != null) {
      return Optional.empty();
    }
    String unit = amount.group(2) != null ? amount.group(2) : amount.group(5) != null ? amount.group(5) : "";
    String number = amount.group(1) + amount.group(3) + plain(amount.group(4), decimalComma);
    return WrittenNumbers.isNumber(number) ? Optional.of(new Amount(number, unit)) : Optional.empty();
  }

  /** Whether the comma of a cell cannot separate thousands; it is then a decimal sign in the whole column. */
  static boolean isDecimalComma(String cell) {
    int comma = cell.indexOf(',');
    Matcher amount = AMOUNT.matcher(cell);
    if (comma < 0 || comma != cell.lastIndexOf(',') || comma < cell.lastIndexOf('.') || !amount.matches()) {
      return false;
    }
    String digits = joined(amount.group(4));
    return !THOUSANDS.matcher(digits).matches() && read(cell, true).isPresent();
  }

  private static String joined(String digits) {
    return SPACED.matcher(digits).matches() ? digits.replaceAll("['’\\u00a0\\u202f ]", "") : digits;
  }

  /**
   * Digits with at most one point. Of comma and point the last is the decimal sign; three digits after a single comma are thousands, unless
   * {@code decimalComma}.
   */
  private static String plain(String digits, boolean decimalComma) {
    String joined = joined(digits);
    int comma = joined.lastIndexOf(',');
    int point = joined.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      String whole = joined.substring(0, Math.max(comma, point));
      boolean grouped = THOUSANDS.matcher(whole).matches();
      return grouped ? whole.replaceAll("[.,]", "") + "." + joined.substring(Math.max(comma, point) + 1) : joined;
    }
    if (decimalComma && comma >= 0 && joined.indexOf(',') == comma) {
      return joined.replace(',', '.');
    }
    if (comma >= 0 || joined.indexOf('.') != point) {
      return THOUSANDS.matcher(joined).matches() ? joined.replaceAll("[.,]", "") : joined.replace(',', '.');
    }
    return joined;
  }
}
