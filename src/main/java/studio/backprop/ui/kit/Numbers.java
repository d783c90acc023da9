package studio.backprop.ui.kit;

import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.backprop.text.Digits;

/** Localized number format: 1,168 · 0.07 · 3·10⁻⁴ · 54 % · 15.3 KB. True minus sign, superscript exponents. Not thread-safe. */
public final class Numbers {
  /** Ratio to the other end of a range below which an end is written as 0. */
  private static final double NOTHING = 5e-4;

  private static final String[] BYTES = {"B", "KB", "MB", "GB", "TB"};

  private static final double THOUSAND = 1000;
  /** From here on tick labels are abbreviated. */
  private static final double MANY = 10_000;
  private static final double MOST = 1e9;
  private static final int DIGITS_OF_LARGE = 3;
  /** Digits enough for every other tick. */
  private static final int MARK_DIGITS = 6;

  private final Digits digits;
  private final Veil veil;
  /** Chinese writes it without a space; elsewhere the space does not break. */
  private final String percentSign;

  public Numbers(Locale locale) {
    this(locale, new Veil());
  }

  /** @param veil the hidden numbers */
  public Numbers(Locale locale, Veil veil) {
    this.digits = new Digits(locale);
    this.veil = veil;
    this.percentSign = locale.getLanguage().equals("zh") ? "%" : "\u00a0%";
  }

  private String seen(double value, String written) {
    return veil.isDown() && veil.hides(value) ? Veil.SIGN : written;
  }

  /** A count with thousands separators: 20,600. */
  public String whole(long value) {
    return fixed(value, 0);
  }

  /** Abbreviated count: 950, 20.6k, 1.3M. */
  public String rounded(long count) {
    double size = count < THOUSAND ? 1 : count < THOUSAND * THOUSAND - THOUSAND / 2 ? THOUSAND : THOUSAND * THOUSAND;
    double value = count / size;
    return decimal(value, 0, size == 1 || value >= 100 ? 0 : 1) + (size == 1 ? "" : size == THOUSAND ? "k" : "M");
  }

  /** Tick label; abbreviated from 10,000 on (400k) unless digits would be lost. {@code largest} is the largest on the axis. */
  public String mark(double value, double largest) {
    double size = Math.abs(value);
    double unit = size < THOUSAND * THOUSAND ? THOUSAND / 10 : THOUSAND * THOUSAND / 10;
    boolean exact = largest >= MANY && largest < MOST && size % unit == 0;
    return exact ? (value < 0 ? "−" : "") + rounded((long) size) : significant(value, MARK_DIGITS);
  }

  /** Like {@link #compact}, abbreviated from 10,000 on: 49k. */
  public String brief(double value) {
    double size = Math.abs(value);
    return size >= MANY && size < MOST ? (value < 0 ? "−" : "") + rounded(Math.round(size)) : compact(value);
  }

  /** Fixed number of decimals: 0.070; from 1e9 on a power of ten. */
  public String fixed(double value, int decimals) {
    return decimals > 0 && Math.abs(value) >= MOST ? significant(value, DIGITS_OF_LARGE) : decimal(value, decimals, decimals);
  }

  /** Threshold with the digits needed: 0.30, or 0.297 where it is no whole percent. */
  public String threshold(double value) {
    return Math.round(value * 100) / 100.0 == value ? fixed(value, 2) : significant(value, 3);
  }

  /** About two significant digits for labels: 40, 1.2, 0.07; below 0.001 and from 1e6 on a power of ten, 3·10⁻⁴. Non-finite: NaN, ∞, −∞. */
  public String compact(double value) {
    return significant(value, 2);
  }

  /** Like {@link #compact}, with 1 to 9 significant digits. */
  public String significant(double value, int count) {
    return seen(value, digits.significant(value, count));
  }

  /** Like {@link #significant} with trailing zeros, for columns: 0.50 over 0.38. */
  public String aligned(double value, int count) {
    return seen(value, digits.aligned(value, count));
  }

  /** Number of a column, with the decimals of the largest: 4.19 over −0.42; see {@link Digits#inColumn}. */
  public String inColumn(double value, double largest, int count) {
    return seen(value, digits.inColumn(value, largest, count));
  }

  /** End of a range: below 0.05 % of the other end it is written as 0: "0 to 1" instead of "1.2·10⁻¹¹ to 1". */
  public String end(double value, double other, int count) {
    return significant(Math.abs(value) < Math.abs(other) * NOTHING ? 0 : value, count);
  }

  /** Text of an input field: all significant digits, without superscripts, so that it can be parsed again. */
  public String entry(double value) {
    boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
    String all = Double.toString(value);
    int e = all.indexOf('E');
    if (plain || e < 0) {
      return decimal(value, 0, 10);
    }
    return decimal(Double.parseDouble(all.substring(0, e)), 0, 17) + "e" + all.substring(e + 1).replace('-', '−');
  }

  public String inPercent(String number) {
    return number + percentSign;
  }

  /** Fraction in percent: 0.0008 with two decimals is 0.08 %. The space does not break. */
  public String percent(double share, int decimals) {
    return inPercent(fixed(share * 100, decimals));
  }

  /** Fraction in percent with significant digits: 0.00012 with two is 0.012 %. */
  public String significantPercent(double share, int count) {
    return inPercent(significant(share * 100, count));
  }

  /** Fraction in whole percent: 54 %. */
  public String percent(double share) {
    return percent(share, 0);
  }

  /** Nonzero fraction in whole percent: 54 %; below one "< 1 %". */
  public String partPercent(double share) {
    return share > 0 && share < 0.01 ? "<\u00a0" + percent(0.01) : percent(share);
  }

  /** Fraction of a count, such as an accuracy: 100 % and 0 % only if exact, otherwise one decimal (99.9 %). */
  public String share(double share) {
    boolean whole = share <= 0 || share >= 1;
    return whole ? percent(share, 0) : percent(Math.max(0.001, Math.min(0.999, share)), 1);
  }

  /** Probability in percent, with one decimal where it says something: above 99.5 % and below 0.5 % there is none. */
  public String probability(double probability) {
    return percent(probability, probability > 0.995 || probability < 0.005 ? 0 : 1);
  }

  /** Action probability with one decimal: 0.4 %; "< 0.1 %" and "> 99.9 %" instead of rounding to none or all. */
  public String chance(double probability) {
    boolean rare = probability > 0 && probability < 0.0005;
    boolean nearlyAll = probability < 1 && probability > 0.9995;
    return rare ? "<\u00a0" + percent(0.001, 1) : nearlyAll ? ">\u00a0" + percent(0.999, 1)
        : percent(probability, probability == 0 || probability == 1 ? 0 : 1);
  }

  /** Probabilities rounded one by one, consistent with −ln p displayed beside them. Non-finite values are written as such. */
  public List<String> probabilities(float[] probabilities) {
    return IntStream.range(0, probabilities.length).mapToObj(i -> probabilities[i])
        .map(p -> Float.isFinite(p) ? probability(p) : compact(p)).toList();
  }

  /** Number in a notation that also suits another beside it: 0.000812 beside 0.00971; see {@link Digits#alike}. */
  public String alike(double value, double other, int count) {
    return seen(value, digits.alike(value, other, count));
  }

  /** Size in bytes, 1 KB = 1,024 bytes: 15.3 KB. */
  public String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < BYTES.length - 1) {
      amount /= 1024;
      unit++;
    }
    return decimal(amount, 0, unit == 0 ? 0 : 1) + "\u00a0" + BYTES[unit];
  }

  /**
   * Parses user input: both minus signs, thousands separators, 1e-3; empty if it is no number. A comma that separates no thousands is a
   * decimal comma, as in 0,001.
   */
  public OptionalDouble parse(String typed) {
    String text = typed.strip().replace('-', '−').replace('E', 'e');
    int e = text.indexOf('e');
    OptionalDouble mantissa = plain(e < 0 ? text : text.substring(0, e));
    if (e < 0 || mantissa.isEmpty()) {
      return mantissa;
    }
    OptionalDouble exponent = plain(text.substring(e + 1));
    if (exponent.isEmpty() || exponent.getAsDouble() != Math.rint(exponent.getAsDouble())) {
      return OptionalDouble.empty();
    }
    // nearest double of the decimal text: 1e-3 must be 0.001, not 1 × 0.001000…1
    return OptionalDouble.of(Double.parseDouble(mantissa.getAsDouble() + "e" + (int) exponent.getAsDouble()));
  }

  private OptionalDouble plain(String typed) {
    ParsePosition position = new ParsePosition(0);
    String text = separated(typed);
    Number number = digits.format().parse(text, position);
    boolean all = number != null && position.getIndex() == text.length();
    return all ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
  }

  /** Replaces a thousands separator that separates no thousands by the decimal separator; empty text if there are several. */
  private String separated(String typed) {
    DecimalFormatSymbols symbols = digits.format().getDecimalFormatSymbols();
    String thousands = String.valueOf(symbols.getGroupingSeparator());
    String decimal = String.valueOf(symbols.getDecimalSeparator());
    String number = "[−+]?[1-9]\\d{0,2}(" + Pattern.quote(thousands) + "\\d{3})+(" + Pattern.quote(decimal) + "\\d*)?";
    if (!typed.contains(thousands) || typed.matches(number)) {
      return typed;
    }
    boolean one = typed.indexOf(thousands) == typed.lastIndexOf(thousands) && !typed.contains(decimal);
    return one ? typed.replace(thousands, decimal) : "";
  }

  private String decimal(double value, int least, int most) {
    return seen(value, digits.decimal(value, least, most));
  }

  /** Superscript exponent: ⁻⁴. */
  public static String raised(int exponent) {
    return Digits.raised(exponent);
  }

  /** Subscript index: ₁₂. */
  public static String lowered(int index) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(index).toCharArray()) {
      text.append((char) ('₀' + digit - '0'));
    }
    return text.toString();
  }
}
