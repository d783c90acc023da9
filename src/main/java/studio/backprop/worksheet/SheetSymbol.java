package studio.backprop.worksheet;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Typography of a declared name: {@code d_w11} is ∂L/∂w₁₁, {@code w11_n} the new w′₁₁, {@code hat_m1} an m₁ with a hat, {@code z.i} a z
 * with the index i.
 *
 * @param gradient whether it is the gradient of the loss with respect to the symbol
 * @param base letter or word
 * @param renewed whether it is the value after the step
 * @param index subscript; may be empty
 */
public record SheetSymbol(boolean gradient, boolean hat, String base, boolean renewed, String index) {
  private static final Pattern NAME = Pattern.compile("(d_)?(hat_)?([A-Za-z]+?)(?:\\.(\\w+?)|(\\d*))(_n)?");
  private static final Map<String, String> GREEK = Map.of("eta", "η", "beta", "β", "gamma", "γ", "alpha", "α", "delta", "δ");

  public static SheetSymbol of(String name) {
    if (name.equals("F1")) {
      return new SheetSymbol(false, false, name, false, "");
    }
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a sheet");
    }
    String base = parts.group(3);
    String index = parts.group(4) == null ? parts.group(5) : parts.group(4);
    return new SheetSymbol(parts.group(1) != null, parts.group(2) != null, GREEK.getOrDefault(base, base), parts.group(6) != null, index);
  }

  /** In plain text, such as ∂L/∂w₁₁ or w′₁₁. */
  public String plain() {
    return (gradient ? "∂L/∂" : "") + base + (hat ? "\u0302" : "") + (renewed ? "′" : "") + lowered().orElse("_" + index);
  }

  /** The index in subscript digits; empty if it has letters. */
  public Optional<String> lowered() {
    if (!index.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return Optional.of(index.chars().mapToObj(digit -> String.valueOf((char) ('₀' + digit - '0'))).collect(Collectors.joining()));
  }
}
