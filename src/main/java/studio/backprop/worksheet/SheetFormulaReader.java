package studio.backprop.worksheet;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.worksheet.SheetFormula.Applied;
import studio.backprop.worksheet.SheetFormula.Constant;
import studio.backprop.worksheet.SheetFormula.Named;
import studio.backprop.worksheet.SheetFormula.Negative;
import studio.backprop.worksheet.SheetFormula.Operation;

/** Parser of the formulas in sheet declarations. */
final class SheetFormulaReader {
  private final String text;
  private int at;

  SheetFormulaReader(String text) {
    this.text = text.replace(" ", "");
  }

  SheetFormula read() {
    SheetFormula all = sum();
    if (at < text.length()) {
      throw new IllegalArgumentException("\"" + text + "\" cannot be read from sign " + (at + 1) + " on");
    }
    return all;
  }

  private SheetFormula sum() {
    SheetFormula sum = next('-') ? new Negative(product()) : product();
    while (at < text.length()) {
      if (next('+')) {
        sum = new Operation('+', sum, product());
      } else if (next('-')) {
        sum = new Operation('-', sum, product());
      } else {
        break;
      }
    }
    return sum;
  }

  private SheetFormula product() {
    SheetFormula product = power();
    while (at < text.length()) {
      if (next('*')) {
        product = new Operation('*', product, power());
      } else if (next('/')) {
        product = new Operation('/', product, power());
      } else {
        break;
      }
    }
    return product;
  }

  private SheetFormula power() {
    SheetFormula base = single();
    return next('^') ? new Operation('^', base, single()) : base;
  }

  private SheetFormula single() {
    if (next('(')) {
      SheetFormula inner = sum();
      expect(')');
      return inner;
    }
    int begin = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String word = text.substring(begin, at);
    if (word.isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" lacks a name or number at sign " + (at + 1));
    }
    if (next('(')) {
      return new Applied(SheetFunction.named(word), arguments());
    }
    return Character.isDigit(word.charAt(0)) ? new Constant(Double.parseDouble(word)) : new Named(word);
  }

  private List<SheetFormula> arguments() {
    List<SheetFormula> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (next(','));
    expect(')');
    return arguments;
  }

  private boolean next(char sign) {
    boolean there = at < text.length() && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char sign) {
    if (!next(sign)) {
      throw new IllegalArgumentException("\"" + text + "\" lacks " + sign + " at sign " + (at + 1));
    }
  }
}
