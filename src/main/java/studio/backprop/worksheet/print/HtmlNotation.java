package studio.backprop.worksheet.print;

import java.util.List;
import studio.backprop.text.Digits;
import studio.backprop.worksheet.SheetFunction;
import studio.backprop.worksheet.SheetNotation;
import studio.backprop.worksheet.SheetNumber;
import studio.backprop.worksheet.SheetSymbol;

/** Formulas in XHTML. Sub- and superscript digits are Unicode characters, as elements would double the layout time. */
final class HtmlNotation implements SheetNotation {
  private static final int DECIMALS = 8;

  @Override
  public String name(String name) {
    return symbol(SheetSymbol.of(name));
  }

  private static String symbol(SheetSymbol symbol) {
    String base = symbol.hat() ? "<span class=\"hat\"><span class=\"roof\">^</span>" + symbol.base() + "</span>" : symbol.base();
    String index = symbol.lowered().orElseGet(() -> "<sub>" + symbol.index() + "</sub>");
    return (symbol.gradient() ? "∂L/∂" : "") + base + (symbol.renewed() ? "′" : "") + index;
  }

  @Override
  public String number(double value) {
    return SheetNumber.shortest(value, DECIMALS);
  }

  @Override
  public String power(String base, String exponent) {
    return base + Digits.raised(Integer.parseInt(exponent));
  }

  @Override
  public String function(SheetFunction function, List<String> of) {
    String x = of.get(0);
    return switch (function) {
      case RELU -> "ReLU(" + x + ")";
      case STEP -> "ReLU′(" + x + ")";
      case SIGMOID -> "σ(" + x + ")";
      case TANH -> "tanh(" + x + ")";
      case EXP -> "e<sup>" + x + "</sup>";
      case LN -> "ln(" + x + ")";
      case SQRT -> "√(" + x + ")";
      case ABS -> "|" + x + "|";
      case MAX -> "max(" + String.join(", ", of) + ")";
      case MIN -> "min(" + String.join(", ", of) + ")";
      case ROUTE -> of.get(2) + "·[" + x + " = " + of.get(1) + "]";
    };
  }
}
