package studio.backprop.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in LaTeX. The decimal separator is a point in both languages. */
public final class Latex {
  private static final int DIGITS = 4;

  private Latex() {}

  /** With four significant digits: -0.5137, or 3.12 \cdot 10^{-7} where very small or large. */
  public static String number(double value) {
    return number(value, DIGITS);
  }

  public static String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "\\mathrm{NaN}" : value > 0 ? "\\infty" : "-\\infty";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent > 5) {
      return rounded.movePointLeft(exponent).toPlainString() + " \\cdot 10^{" + exponent + "}";
    }
    return rounded.toPlainString();
  }

  /** As a factor or base: negative numbers in brackets. */
  public static String factor(double value) {
    String number = number(value);
    return number.startsWith("-") || number.contains("cdot") ? "(" + number + ")" : number;
  }
}
