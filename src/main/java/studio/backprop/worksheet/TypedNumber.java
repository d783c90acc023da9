package studio.backprop.worksheet;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number in a learner's notation: with point or comma, as 1/3, 3 1/2, 3½ or 2e-3, with either minus. Thousands separators and superscripts
 * are not accepted.
 *
 * @param decimals as written; many for an exact number such as 1/3
 */
public record TypedNumber(double value, int decimals) {
  private static final int EXACT = 15;
  private static final Pattern DECIMAL = Pattern.compile("([+-]?(?:\\d+(?:[.,](\\d*))?|[.,](\\d+)))(?:e([+-]?\\d{1,3}))?");

  private static final Pattern MIXED = Pattern.compile("([+-]?)\\s*(\\d{1,9})\\s+(\\d+\\s*/\\s*\\d+)");
  /** Space that does not separate two digits. */
  private static final Pattern SPACE = Pattern.compile("(?<!\\d)\\s+|\\s+(?!\\d)");
  private static final Pattern BEFORE_FRACTION = Pattern.compile("(?<=[\\d０-９])(?=[¼-¾⅐-⅞])");
  private static final Pattern RAISED = Pattern.compile("[²³¹⁰-₎]");

  public static TypedNumber exact(double value) {
    return new TypedNumber(value, EXACT);
  }

  /** Empty if it is no number. */
  public static Optional<TypedNumber> read(String typed) {
    if (RAISED.matcher(typed).find()) {
      return Optional.empty();
    }
    String apart = BEFORE_FRACTION.matcher(typed).replaceAll(" "); // otherwise 3½ would become 31/2
    String text = Normalizer.normalize(apart, Normalizer.Form.NFKC).strip().replace('−', '-').replace('–', '-').replace('⁄', '/')
        .replace('E', 'e');
    Matcher mixed = MIXED.matcher(text);
    return mixed.matches() ? mixed(mixed) : single(SPACE.matcher(text).replaceAll(""));
  }

  private static Optional<TypedNumber> mixed(Matcher parts) {
    double sign = parts.group(1).equals("-") ? -1 : 1;
    return single(SPACE.matcher(parts.group(3)).replaceAll(""))
        .map(fraction -> exact(sign * (Long.parseLong(parts.group(2)) + fraction.value)));
  }

  private static Optional<TypedNumber> single(String text) {
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
