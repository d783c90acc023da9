package studio.backprop.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Formats numbers with significant digits in one language: 1,168 · 0.07 · 3·10⁻⁴. Uses the minus sign U+2212 and superscript exponents. Not
 * thread-safe.
 */
public final class Digits {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Exponents from which on, and below which, scientific notation is used. */
  private static final int LARGE = 6;
  private static final int SMALL = -3;
  /** Minimum exponent of a decimal beside a larger number. */
  private static final int SMALLEST_PLAIN = -5;

  private final DecimalFormat format;

  public Digits(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSign('−');
    format = new DecimalFormat("#,##0", symbols);
  }

  /**
   * Formats with about so many significant digits (1 to 9): 40, 1.2, 0.07, and below a thousandth or from a million on in scientific
   * notation, 3·10⁻⁴. Non-finite numbers are NaN, ∞ or −∞.
   */
  public String significant(double value, int digits) {
    return write(value, digits, 0);
  }

  /** As {@link #significant}, with trailing zeros, for columns: 0.50 over 0.38. */
  public String aligned(double value, int digits) {
    return write(value, digits, digits);
  }

  /**
   * Formats two numbers side by side in the same notation: decimal if that takes few zeros, else scientific.
   *
   * @param other the other number
   */
  public String alike(double value, double other, int digits) {
    boolean known = Double.isFinite(value) && Double.isFinite(other) && value != 0 && other != 0;
    if (!known || isPower(exponent(value, digits)) == isPower(exponent(other, digits))) {
      return significant(value, digits);
    }
    int exponent = exponent(value, digits);
    boolean plain = Math.min(exponent, exponent(other, digits)) >= SMALLEST_PLAIN && Math.max(exponent, exponent(other, digits)) < LARGE;
    return plain ? decimal(value, 0, Math.max(0, digits - 1 - exponent)) : decimal(value / Math.pow(10, exponent), 0, digits - 1) + "·10"
        + raised(exponent);
  }

  private static boolean isPower(int exponent) {
    return exponent < SMALL || exponent >= LARGE;
  }

  /**
   * Formats a column with the decimals, or exponent, of its largest value: 4.19, −0.42, 0.06. Only 0 is written as 0.
   *
   * @param largest absolute value in the column
   */
  public String inColumn(double value, double largest, int digits) {
    if (!Double.isFinite(value) || value == 0 || !Double.isFinite(largest) || largest == 0) {
      return significant(value, digits);
    }
    int exponent = exponent(largest, digits);
    boolean power = isPower(exponent);
    int decimals = Math.max(0, digits - 1 - (power ? 0 : exponent));
    String text = decimal(power ? value / Math.pow(10, exponent) : value, decimals, decimals);
    return text + (power ? "·10" + raised(exponent) : "");
  }

  /** @param least minimum number of digits */
  private String write(double value, int digits, int least) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    int exponent = exponent(value, digits);
    if (isPower(exponent)) {
      return decimal(value / Math.pow(10, exponent), Math.max(0, least - 1), digits - 1) + "·10" + raised(exponent);
    }
    return decimal(value, Math.max(0, least - 1 - exponent), Math.max(0, digits - 1 - exponent));
  }

  /** Fixed notation with a minimum and maximum number of decimals. No negative zero. */
  public String decimal(double value, int least, int most) {
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    String text = format.format(value);
    return isNothing(text) ? text.replace("−", "") : text;
  }

  /** Whether a text has no digit but zeros; false for ∞. */
  private static boolean isNothing(String text) {
    return text.indexOf('0') >= 0 && text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  /** For parsing. */
  public DecimalFormat format() {
    return format;
  }

  /** Exponent of the first digit after rounding: 0.0996 with two digits is 0.10, so −1. */
  private static int exponent(double value, int digits) {
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
    double unit = Math.pow(10, exponent - digits + 1);
    return Math.rint(Math.abs(value) / unit) >= Math.pow(10, digits) ? exponent + 1 : exponent;
  }

  /** Superscript: ⁻⁴. */
  public static String raised(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }
}
