package studio.backprop.ui.learn.worksheet;

import java.util.List;
import studio.backprop.worksheet.SheetFunction;
import studio.backprop.worksheet.SheetNotation;
import studio.backprop.worksheet.SheetNumber;
import studio.backprop.worksheet.SheetSymbol;

/** LaTeX notation of worksheets. */
final class SheetLatex implements SheetNotation {
  private static final int DECIMALS = 8;

  @Override
  public String name(String name) {
    SheetSymbol symbol = SheetSymbol.of(name);
    String letter = switch (symbol.base()) {
      case "η" -> "\\eta";
      case "β" -> "\\beta";
      default -> symbol.base().length() > 1 ? "\\mathrm{" + symbol.base() + "}" : symbol.base();
    };
    String base = symbol.hat() ? "\\hat{" + letter + "}" : letter;
    String index = symbol.index().isEmpty() ? "" : "_{" + symbol.index() + "}";
    return (symbol.gradient() ? "\\partial L/\\partial " : "") + base + (symbol.renewed() ? "'" : "") + index;
  }

  @Override
  public String number(double value) {
    return SheetNumber.shortest(value, DECIMALS).replace('−', '-');
  }

  @Override
  public String times() {
    return " \\cdot ";
  }

  @Override
  public String power(String base, String exponent) {
    return base + "^{" + exponent + "}";
  }

  @Override
  public String quotient(String above, String below) {
    return above + " / " + below;
  }

  @Override
  public String function(SheetFunction function, List<String> of) {
    String x = of.get(0);
    return switch (function) {
      case RELU -> "\\mathrm{ReLU}(" + x + ")";
      case STEP -> "\\mathrm{ReLU}'(" + x + ")";
      case SIGMOID -> "\\sigma(" + x + ")";
      case TANH -> "\\tanh(" + x + ")";
      case EXP -> "e^{" + x + "}";
      case LN -> "\\ln(" + x + ")";
      case SQRT -> "\\sqrt{" + x + "}";
      case ABS -> "|" + x + "|";
      case MAX -> "\\max(" + String.join(", ", of) + ")";
      case MIN -> "\\min(" + String.join(", ", of) + ")";
      case ROUTE -> of.get(2) + " [" + x + " = " + of.get(1) + "]";
    };
  }
}
