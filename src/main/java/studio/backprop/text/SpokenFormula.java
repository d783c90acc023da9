package studio.backprop.text;

import java.util.Map;

/** Converts LaTeX to a line of plain text for screen readers: {@code \frac{1}{N}\sum_i x_i} becomes {@code 1/N Σ_i x_i}. */
public final class SpokenFormula {
  private static final Map<String, String> SIGNS = Map.ofEntries(
      Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"), Map.entry("Delta", "Δ"),
      Map.entry("varepsilon", "ε"), Map.entry("eta", "η"), Map.entry("lambda", "λ"), Map.entry("mu", "μ"), Map.entry("pi", "π"),
      Map.entry("psi", "ψ"), Map.entry("rho", "ρ"), Map.entry("sigma", "σ"), Map.entry("ell", "ℓ"), Map.entry("partial", "∂"),
      Map.entry("sum", "Σ"), Map.entry("prod", "∏"), Map.entry("odot", "⊙"), Map.entry("cdot", "·"), Map.entry("times", "×"),
      Map.entry("pm", "±"), Map.entry("leftarrow", "←"), Map.entry("le", "≤"), Map.entry("ne", "≠"), Map.entry("in", "∈"),
      Map.entry("sim", "~"), Map.entry("top", "ᵀ"), Map.entry("ldots", "…"), Map.entry("cdots", "⋯"), Map.entry("lfloor", "⌊"),
      Map.entry("rfloor", "⌋"), Map.entry("max", "max"), Map.entry("min", "min"), Map.entry("ln", "ln"), Map.entry("sin", "sin"),
      Map.entry("cos", "cos"), Map.entry("tanh", "tanh"), Map.entry("quad", " "), Map.entry("left", ""), Map.entry("right", ""),
      Map.entry("|", "‖"), Map.entry("\\", ";"), Map.entry(",", " "), Map.entry(";", " "), Map.entry("!", ""));

  private final String latex;
  private int at;

  private SpokenFormula(String latex) {
    this.latex = latex;
  }

  /** @throws IllegalArgumentException for unknown commands */
  public static String of(String latex) {
    return new SpokenFormula(latex).until('\0').replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")").replace(" ;", ";").strip();
  }

  private String until(char end) {
    StringBuilder said = new StringBuilder();
    while (at < latex.length() && latex.charAt(at) != end) {
      said.append(next());
    }
    at++;
    return said.toString();
  }

  private String next() {
    char sign = latex.charAt(at++);
    return switch (sign) {
      case '\\' -> command(name());
      case '{' -> until('}');
      case '_', '^' -> sign + whole(argument());
      case '&' -> ", ";
      case '-' -> "−";
      case '\n' -> "; ";
      default -> String.valueOf(sign);
    };
  }

  private String name() {
    int from = at++;
    while (Character.isLetter(latex.charAt(from)) && at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    return latex.substring(from, at);
  }

  private String command(String name) {
    return switch (name) {
      case "frac" -> whole(argument()) + "/" + whole(argument()) + " ";
      case "sqrt" -> "√" + whole(argument());
      case "hat" -> argument() + "\u0302";
      case "bar" -> argument() + "\u0304";
      case "mathbb", "mathcal", "mathrm" -> argument();
      case "begin", "end" -> argument().isEmpty() ? "" : " ";
      default -> {
        String said = SIGNS.get(name);
        if (said == null) {
          throw new IllegalArgumentException("\\" + name + " in " + latex + " has no sign to be read as");
        }
        yield said;
      }
    };
  }

  /** The next symbol or group. */
  private String argument() {
    while (latex.charAt(at) == ' ') {
      at++;
    }
    return next().strip();
  }

  /** In brackets, unless atomic. */
  private static String whole(String part) {
    return part.codePoints().allMatch(Character::isLetterOrDigit) || part.length() == 1 ? part : "(" + part + ")";
  }
}
