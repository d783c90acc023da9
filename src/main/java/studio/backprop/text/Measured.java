package studio.backprop.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A measured number in a sentence: formatted with two significant digits in the reader's language.
 *
 * @param value of any magnitude
 */
public record Measured(double value) {
  private static final int DIGITS = 2;
  private static final double LARGE = 100;

  /** Localized: 0.07, 3·10⁻⁴; of a large number three digits, 54,800. */
  public String written(Locale locale) {
    return new Digits(locale).significant(read(), DIGITS);
  }

  /** The rounded number as displayed: derived numbers, such as a ratio, must be consistent with the text. */
  public double read() {
    if (!Double.isFinite(value)) {
      return value;
    }
    return new BigDecimal(value).round(new MathContext(Math.abs(value) >= LARGE ? DIGITS + 1 : DIGITS)).doubleValue();
  }

  @Override
  public String toString() {
    return written(Locale.ENGLISH);
  }
}
