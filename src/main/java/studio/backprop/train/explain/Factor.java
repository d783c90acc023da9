package studio.backprop.train.explain;

/**
 * One factor of the chain rule: ∂to/∂from.
 *
 * @param node whose op it belongs to
 * @param op what the op is called
 * @param to what the op computed
 * @param from what it was computed from
 * @param form the slope in letters, in LaTeX; empty where there is none in a few letters
 * @param numbers the same with numbers
 * @param value the slope, as the op's own backward gives it
 * @param running the product of all factors from the loss to here
 * @param known how many ops of the step have run once it is known
 */
public record Factor(int node, String op, Place to, Place from, String form, String numbers, double value, double running, int known) {
  /** ∂to/∂from in LaTeX. */
  public String slope() {
    return slope(to.symbol(), from.symbol());
  }

  /** ∂L/∂from in LaTeX. */
  public String soFar() {
    return slope("L", from.symbol());
  }

  static String slope(String to, String from) {
    return "\\frac{\\partial " + to + "}{\\partial " + from + "}";
  }
}
