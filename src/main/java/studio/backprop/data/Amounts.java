package studio.backprop.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them for people: with a sign of money, a unit, a percent sign, or thousands set apart. */
final class Amounts {
  private static final String MONEY = "[$€£¥￥₹₩]|US\\$|USD|EUR|GBP|CHF|CNY|RMB|JPY";
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)(" + MONEY + ")?\\s*([+-]?)((?:\\d|\\.\\d)[\\d.,'’\\u00a0\\u202f ]*?)\\s*(" + MONEY + "|[%‰％]|[°µ]?\\p{L}{1,8}(?:/\\p{L}{1,4})?[²³]?)?");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:([,.])\\d{3})(?:\\1\\d{3})*");
  private static final Pattern SPACED = Pattern.compile("\\d{1,3}(?:['’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?");

  private Amounts() {}

  /**
   * A cell that is a number to people.
   *
   * @param number as the program reads it
   * @param unit what stood beside it; empty where only thousands were set apart or the decimal sign is a comma
   */
  record Amount(String number, String unit) {}

  /** Empty where a cell is no number even to people. */
  static Optional<Amount> read(String cell) {
    Matcher amount = AMOUNT.matcher(cell);
    if (!amount.matches() || amount.group(2) != null && amount.group(5) != null) {
      return Optional.empty();
    }
    String unit = amount.group(2) != null ? amount.group(2) : amount.group(5) != null ? amount.group(5) : "";
    String number = amount.group(1) + amount.group(3) + plain(amount.group(4));
    return Numbers.isNumber(number) ? Optional.of(new Amount(number, unit)) : Optional.empty();
  }

  /** Digits with a point at most. Of comma and point the last is the decimal sign; three digits after the only comma are thousands. */
  private static String plain(String digits) {
    String joined = SPACED.matcher(digits).matches() ? digits.replaceAll("['’\\u00a0\\u202f ]", "") : digits;
    int comma = joined.lastIndexOf(',');
    int point = joined.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      String whole = joined.substring(0, Math.max(comma, point));
      boolean grouped = THOUSANDS.matcher(whole).matches();
      return grouped ? whole.replaceAll("[.,]", "") + "." + joined.substring(Math.max(comma, point) + 1) : joined;
    }
    if (comma >= 0 || joined.indexOf('.') != point) {
      return THOUSANDS.matcher(joined).matches() ? joined.replaceAll("[.,]", "") : joined.replace(',', '.');
    }
    return joined;
  }
}
