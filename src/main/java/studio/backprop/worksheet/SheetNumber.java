package studio.backprop.worksheet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a sheet prints them, with a point in both languages, as in formulas, and the long minus. */
public final class SheetNumber {
  /** Beyond these decimals a double only has noise. */
  private static final int TRUE_DECIMALS = 11;

  private SheetNumber() {}

  private static BigDecimal clean(double value) {
    return BigDecimal.valueOf(value).setScale(TRUE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Rounded half up, as by hand, with exactly so many decimals. */
  public static String fixed(double value, int decimals) {
    return sign(clean(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  /** Rounded to so many decimals at most, without zeros at the end. */
  public static String shortest(double value, int decimals) {
    BigDecimal rounded = clean(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return sign((rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString());
  }

  /** What is left of a value when it is written with so many decimals. */
  static double rounded(double value, int decimals) {
    return clean(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private static String sign(String number) {
    boolean nothing = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return nothing ? number.replace("-", "") : number.replace('-', '−');
  }
}
