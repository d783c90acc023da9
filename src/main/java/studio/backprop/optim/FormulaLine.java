package studio.backprop.optim;

import java.util.regex.Pattern;

/**
 * One line of what an optimizer computes for a single weight.
 *
 * @param name what the line gives, in LaTeX
 * @param formula in letters
 * @param numbers the same with numbers
 * @param value what comes out
 */
public record FormulaLine(String name, String formula, String numbers, double value) {
  /** The line in letters, with an arrow where the new value is made of the old one. */
  String assignment() {
    boolean anew = Pattern.compile("(?<![a-z\\\\{])" + Pattern.quote(name) + "(?![a-z])").matcher(formula).find();
    return name + (anew ? " \\leftarrow " : " = ") + formula;
  }
}
