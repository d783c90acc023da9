package studio.backprop.ui.inside.lens.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** List of formulas: symbols in mathematical type, typeset once, and their current values as text, which change with every step. */
public final class FormulaLines extends VBox {
  private static final double SIZE = 14;
  private static final Pattern SYMBOLS = Pattern.compile("([^0-9:]+?)( = [−(]*[0-9∞N].*)?");

  /** One line, reused. */
  private static final class Line extends HBox {
    private final Formula symbols;
    private final Label numbers = new Label();

    Line(Typesetter typesetter) {
      symbols = new Formula(typesetter, SIZE);
      numbers.setMinWidth(Region.USE_PREF_SIZE);
      numbers.managedProperty().bind(numbers.visibleProperty());
      getStyleClass().add("formula-line");
      getChildren().addAll(symbols, numbers);
      managedProperty().bind(visibleProperty());
    }

    void show(String line) {
      Matcher parts = SYMBOLS.matcher(line);
      boolean typeset = !line.startsWith(" ") && isMath(line) && parts.matches();
      String rest = typeset ? parts.group(2) : line;
      symbols.latexProperty().set(typeset ? latex(parts.group(1)) : "");
      numbers.setText(rest == null ? "" : rest);
      numbers.setVisible(rest != null);
    }
  }

  private final Typesetter typesetter;
  private final List<Line> lines = new ArrayList<>();

  public FormulaLines(Typesetter typesetter) {
    this.typesetter = typesetter;
    getStyleClass().add("formula-lines");
  }

  public void show(List<String> texts) {
    while (lines.size() < texts.size()) {
      lines.add(new Line(typesetter));
      getChildren().add(lines.get(lines.size() - 1));
    }
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).setVisible(i < texts.size());
      if (i < texts.size()) {
        lines.get(i).show(texts.get(i));
      }
    }
  }

  /** Whether a line is a formula rather than a sentence. */
  static boolean isMath(String line) {
    return line.contains(" = ") && line.codePoints().noneMatch(c -> c > 0x2e00) && !line.contains(":");
  }

  /** LaTeX of a line's symbols, such as c₁₂ = f · c₁₁ + i · g. */
  static String latex(String symbols) {
    StringBuilder latex = new StringBuilder();
    String text = symbols.replaceAll("∂L/∂(\\p{L})([₀-₉]*)", "\\\\frac{\\\\partial L}{\\\\partial $1$2}").replace("tanh", "\\tanh ")
        .replace("…", "\\ldots ");
    boolean low = false;
    for (char sign : text.toCharArray()) {
      boolean lowered = sign >= '₀' && sign <= '₉';
      if (lowered != low) {
        latex.append(lowered ? "_{" : "}");
        low = lowered;
      }
      latex.append(switch (sign) {
        case '·' -> "\\cdot ";
        case '−' -> "-";
        case 'σ' -> "\\sigma ";
        default -> lowered ? String.valueOf(sign - '₀') : String.valueOf(sign);
      });
    }
    return latex.append(low ? "}" : "").toString();
  }
}
