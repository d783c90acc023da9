package studio.backprop.optim;

/**
 * One line of what an optimizer computes for a single weight.
 *
 * @param name what the line gives, in LaTeX
 * @param formula in letters
 * @param numbers the same with numbers
 * @param value what comes out
 */
public record FormulaLine(String name, String formula, String numbers, double value) {}
