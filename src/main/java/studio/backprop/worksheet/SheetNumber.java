package studio.backprop.worksheet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Number format of sheets: a decimal point in both languages, as in formulas, and the minus sign U+2212. */
public final class SheetNumber {
  /** Decimals beyond which a double is only noise. */
  private static final int TRUE_DECIMALS = 11;

  private SheetNumber() {}

  private static BigDecimal clean(double value) {
    return BigDecimal.valueOf(value).setScale(TRUE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Rounded half up, with a fixed number of decimals. */
  public static String fixed(double value, int decimals) {
    return sign(clean(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  /** Rounded to at most so many decimals, without trailing zeros. */
  public static String shortest(double value, int decimals) {
    BigDecimal rounded = clean(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return sign((rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString());
  }

  static double rounded(double value, int decimals) {
    return clean(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private static String sign(String number) {
    boolean nothing = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return nothing ? number.replace("-", "") : number.replace('-', '−');
  }
}
