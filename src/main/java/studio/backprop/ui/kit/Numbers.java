package studio.backprop.ui.kit;

import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.backprop.text.Digits;

/**
 * Numbers as a reader of one language expects them: 1,168 · 0.07 · 3·10⁻⁴ · 54 % · 15.3 KB. Minus is the long sign, powers of ten are
 * raised digits. To be used on one thread.
 */
public final class Numbers {
  /** The share of the other end of a range below which an end is written as 0. */
  private static final double NOTHING = 5e-4;

  private static final String[] BYTES = {"B", "KB", "MB", "GB", "TB"};

  private static final double THOUSAND = 1000;
  /** Marks of an axis of such numbers are written in few signs. */
  private static final double MANY = 10_000;
  private static final double MOST = 1e9;
  private static final int DIGITS_OF_LARGE = 3;
  /** Enough for every other mark. */
  private static final int MARK_DIGITS = 6;

  private final Digits digits;
  private final Veil veil;
  /** Chinese writes it next to the number; where there is a space, no line breaks there. */
  private final String percentSign;

  public Numbers(Locale locale) {
    this(locale, new Veil());
  }

  /** @param veil says which numbers are not to be written */
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

  /** A count in few signs: 950, 20.6k, 1.3M. */
  public String rounded(long count) {
    double size = count < THOUSAND ? 1 : count < THOUSAND * THOUSAND - THOUSAND / 2 ? THOUSAND : THOUSAND * THOUSAND;
    double value = count / size;
    return decimal(value, 0, size == 1 || value >= 100 ? 0 : 1) + (size == 1 ? "" : size == THOUSAND ? "k" : "M");
  }

  /**
   * A mark of an axis: from ten thousand on in few signs, 400k, unless digits would be lost.
   *
   * @param largest the size of the largest number of the axis
   */
  public String mark(double value, double largest) {
    double size = Math.abs(value);
    double unit = size < THOUSAND * THOUSAND ? THOUSAND / 10 : THOUSAND * THOUSAND / 10;
    boolean exact = largest >= MANY && largest < MOST && size % unit == 0;
    return exact ? (value < 0 ? "−" : "") + rounded((long) size) : significant(value, MARK_DIGITS);
  }

  /** Like {@link #compact}, and from ten thousand on in few signs: 49k. */
  public String brief(double value) {
    double size = Math.abs(value);
    return size >= MANY && size < MOST ? (value < 0 ? "−" : "") + rounded(Math.round(size)) : compact(value);
  }

  /** Exactly this many digits after the separator: 0.070. From 1e9 on a power of ten: further digits would say nothing. */
  public String fixed(double value, int decimals) {
    return decimals > 0 && Math.abs(value) >= MOST ? significant(value, DIGITS_OF_LARGE) : decimal(value, decimals, decimals);
  }

  /** A threshold with the digits that set it apart: 0.30, and 0.297 where it is no whole percent. */
  public String threshold(double value) {
    return Math.round(value * 100) / 100.0 == value ? fixed(value, 2) : significant(value, 3);
  }

  /**
   * A measured value in the space of a label, with about two significant digits: 40, 1.2, 0.07, and below a thousandth or from a
   * million on as a power of ten, 3·10⁻⁴. What is not finite is said as NaN, ∞ or −∞.
   */
  public String compact(double value) {
    return significant(value, 2);
  }

  /** Like {@link #compact}, with the given number of significant digits (1 to 9). */
  public String significant(double value, int count) {
    return seen(value, digits.significant(value, count));
  }

  /** Like {@link #significant}, but every number has all its digits, for those that stand in a column: 0.50 over 0.38. */
  public String aligned(double value, int count) {
    return seen(value, digits.aligned(value, count));
  }

  /** A number of a column, with the decimals of the largest: 4.19 over −0.42; see {@link Digits#inColumn}. */
  public String inColumn(double value, double largest, int count) {
    return seen(value, digits.inColumn(value, largest, count));
  }

  /** One end of a range: what is less than half a thousandth of the other end is written as 0, "0 to 1" instead of "1.2·10⁻¹¹ to 1". */
  public String end(double value, double other, int count) {
    return significant(Math.abs(value) < Math.abs(other) * NOTHING ? 0 : value, count);
  }

  /** What a text field shows: all digits that matter, never a raised power, so that it can be typed again. */
  public String entry(double value) {
    boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
    String all = Double.toString(value);
    int e = all.indexOf('E');
    if (plain || e < 0) {
      return decimal(value, 0, 10);
    }
    return decimal(Double.parseDouble(all.substring(0, e)), 0, 17) + "e" + all.substring(e + 1).replace('-', '−');
  }

  /** Puts the sign behind a number that is one hundred times a share. */
  public String inPercent(String number) {
    return number + percentSign;
  }

  /** A share of one in percent: 0.0008 with two decimals is 0.08 %. No line breaks before the sign. */
  public String percent(double share, int decimals) {
    return inPercent(fixed(share * 100, decimals));
  }

  /** A share of one in percent, with so many digits that say something: 0.00012 with two is 0.012 %. */
  public String significantPercent(double share, int count) {
    return inPercent(significant(share * 100, count));
  }

  /** A share of one in whole percent: 54 %. */
  public String percent(double share) {
    return percent(share, 0);
  }

  /** A part of something that is there, in whole percent: 54 %, and less than one as < 1 %, not as none. */
  public String partPercent(double share) {
    return share > 0 && share < 0.01 ? "<\u00a0" + percent(0.01) : percent(share);
  }

  /** A share of counted things, such as an accuracy: 100 % and 0 % only where it is all or none, otherwise one decimal, such as 99.9 %. */
  public String share(double share) {
    boolean whole = share <= 0 || share >= 1;
    return whole ? percent(share, 0) : percent(Math.max(0.001, Math.min(0.999, share)), 1);
  }

  /** A probability in percent, with one decimal where it says something: above 99.5 % and below 0.5 % there is none. */
  public String probability(double probability) {
    return percent(probability, probability > 0.995 || probability < 0.005 ? 0 : 1);
  }

  /**
   * The probability with which an action is taken, with one decimal: 0.4 %. What would round to none or all is said as < 0.1 % and
   * > 99.9 %.
   */
  public String chance(double probability) {
    boolean rare = probability > 0 && probability < 0.0005;
    boolean nearlyAll = probability < 1 && probability > 0.9995;
    return rare ? "<\u00a0" + percent(0.001, 1) : nearlyAll ? ">\u00a0" + percent(0.999, 1)
        : percent(probability, probability == 0 || probability == 1 ? 0 : 1);
  }

  /**
   * Probabilities, each rounded by itself, so that it is the number of which −ln p is taken beside it. What is not finite is said as it is.
   */
  public List<String> probabilities(float[] probabilities) {
    return IntStream.range(0, probabilities.length).mapToObj(i -> probabilities[i])
        .map(p -> Float.isFinite(p) ? probability(p) : compact(p)).toList();
  }

  /** A number in the notation that suits another one beside it, too: 0.000812 beside 0.00971; see {@link Digits#alike}. */
  public String alike(double value, double other, int count) {
    return seen(value, digits.alike(value, other, count));
  }

  /** An amount of memory or disk, 1 KB = 1,024 bytes: 15.3 KB. */
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
   * Reads what a person typed: both minus signs, thousands separators, 1e-3; empty if it is no number. A comma that separates no thousands
   * is a decimal comma, as in 0,001.
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
    // the nearest double of the decimal text: 1e-3 must be 0.001 and not 1 × 0.001000…1
    return OptionalDouble.of(Double.parseDouble(mantissa.getAsDouble() + "e" + (int) exponent.getAsDouble()));
  }

  private OptionalDouble plain(String typed) {
    ParsePosition position = new ParsePosition(0);
    String text = separated(typed);
    Number number = digits.format().parse(text, position);
    boolean all = number != null && position.getIndex() == text.length();
    return all ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
  }

  /**
   * With the decimal separator in the place of a thousands separator that separates no thousands; of several of those, nothing can be read.
   */
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

  /** An exponent in raised digits: ⁻⁴. */
  public static String raised(int exponent) {
    return Digits.raised(exponent);
  }

  /** An index in lowered digits: ₁₂. */
  public static String lowered(int index) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(index).toCharArray()) {
      text.append((char) ('₀' + digit - '0'));
    }
    return text.toString();
  }
}
