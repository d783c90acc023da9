package studio.backprop.derivation;

import java.util.Optional;
import studio.backprop.op.OpCode;

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
 * @param curve what the op makes of {@code from}, where it bends
 * @param type the class of the op, for {@link OpCode}
 */
public record Factor(
    int node, String op, Place to, Place from, String form, String numbers, double value, double running, int known,
    Optional<OpCurve> curve, String type) {
  /** The Java that computed it. */
  public Optional<OpCode> code() {
    return OpCode.of(type);
  }

  /** ∂to/∂from in LaTeX. */
  public String slope() {
    return slope(to.symbol(), from.symbol());
  }

  /** ∂L/∂from in LaTeX, on one line. */
  public String soFar() {
    return "\\partial L / \\partial " + from.symbol();
  }

  static String slope(String to, String from) {
    return "\\frac{\\partial " + to + "}{\\partial " + from + "}";
  }
}
