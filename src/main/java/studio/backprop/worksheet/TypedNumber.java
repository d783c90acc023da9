package studio.backprop.worksheet;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a learner writes it: with point or comma, as 1/3 or 2e-3, with either minus. Thousands marks are not read.
 *
 * @param decimals with which it was written; many where it is exact, as 1/3 is
 */
public record TypedNumber(double value, int decimals) {
  private static final int EXACT = 15;
  private static final Pattern DECIMAL = Pattern.compile("([+-]?(?:\\d+(?:[.,](\\d*))?|[.,](\\d+)))(?:e([+-]?\\d{1,3}))?");

  /** A number of which all is known. */
  public static TypedNumber exact(double value) {
    return new TypedNumber(value, EXACT);
  }

  /** Empty if it is no number. */
  public static Optional<TypedNumber> read(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "").replace('−', '-').replace('–', '-')
        .replace('⁄', '/').replace('E', 'e');
    int slash = text.indexOf('/');
    if (slash < 0) {
      return decimal(text);
    }
    Optional<TypedNumber> above = decimal(text.substring(0, slash));
    Optional<TypedNumber> below = decimal(text.substring(slash + 1)).filter(number -> number.value != 0);
    return above.isPresent() && below.isPresent() ? Optional.of(exact(above.get().value / below.get().value)) : Optional.empty();
  }

  private static Optional<TypedNumber> decimal(String text) {
    Matcher parts = DECIMAL.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String places = parts.group(2) == null ? parts.group(3) : parts.group(2);
    int exponent = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
    double value = Double.parseDouble(parts.group(1).replace(',', '.') + "e" + exponent);
    int decimals = (places == null ? 0 : places.length()) - exponent;
    return Double.isFinite(value) ? Optional.of(new TypedNumber(value, Math.max(0, decimals))) : Optional.empty();
  }
}
