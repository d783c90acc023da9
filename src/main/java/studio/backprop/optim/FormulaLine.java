package studio.backprop.optim;

import java.util.regex.Pattern;

/**
 * One line of an optimizer's update of a single weight.
 *
 * @param name left-hand side, in LaTeX
 * @param formula symbolic
 * @param numbers with values
 * @param value result
 */
public record FormulaLine(String name, String formula, String numbers, double value) {
  /** Symbolic, with an arrow where the old value is overwritten. */
  String assignment() {
    boolean anew = Pattern.compile("(?<![a-z\\\\{])" + Pattern.quote(name) + "(?![a-z])").matcher(formula).find();
    return name + (anew ? " \\leftarrow " : " = ") + formula;
  }
}
