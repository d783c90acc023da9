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

  /** In the language of a reader: 0.07, 3·10⁻⁴; of a large number the first three digits, 54,800. */
  public String written(Locale locale) {
    return new Digits(locale).significant(read(), DIGITS);
  }

  /** The number as it is read: what is said of two such numbers, such as the factor between them, must be true of these. */
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
