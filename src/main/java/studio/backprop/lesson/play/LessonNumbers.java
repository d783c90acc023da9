package studio.backprop.lesson.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.read.LessonText;

/** Number format of lesson texts. */
public final class LessonNumbers {
  private static final int DIGITS = 6;
  private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private LessonNumbers() {}

  /**
   * Formats a number.
   *
   * @param decimals fraction digits; below 0 for the shortest text
   * @param power in scientific notation
   */
  public static String write(double value, int decimals, boolean power, Locale locale) {
    if (Double.isNaN(value)) {
      return "–";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return power && value != 0 ? withPower(value, decimals, locale) : plain(value, decimals, locale);
  }

  private static String plain(double value, int decimals, Locale locale) {
    if (decimals < 0) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
      return format(rounded, Math.max(0, rounded.scale()), locale);
    }
    return format(new BigDecimal(value), decimals, locale);
  }

  private static String format(BigDecimal value, int decimals, Locale locale) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String written = format.format(value);
    boolean zero = written.chars().noneMatch(c -> c >= '1' && c <= '9');
    return written.startsWith("-") ? (zero ? "" : "−") + written.substring(1) : written;
  }

  private static String withPower(double value, int decimals, Locale locale) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(decimals + 1));
    int exponent = rounded.precision() - rounded.scale() - 1;
    StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : String.valueOf(Math.abs(exponent)).toCharArray()) {
      power.append(SUPERSCRIPT.charAt(digit - '0'));
    }
    return format(rounded.movePointLeft(exponent), decimals, locale) + "·10" + power;
  }

  /** Text with its placeholders replaced by current values. */
  public static String fill(String text, Facts now, Locale locale) {
    return LessonText.filled(text, place -> place.word().map(word -> String.valueOf(now.word(word)))
        .orElseGet(() -> write(place.sum().orElseThrow().value(now, true), place.decimals(), place.power(), locale)));
  }
}
