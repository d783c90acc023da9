package studio.backprop.derivation;

import java.util.Optional;
import studio.backprop.op.OpCode;

/**
 * Factor of the chain rule: ∂to/∂from. Immutable.
 *
 * @param node of the op
 * @param op name of the op
 * @param to output element
 * @param from input element
 * @param form closed form in LaTeX; empty if none
 * @param numbers the same with numbers
 * @param value local derivative by the op's backward pass
 * @param running product of all factors from the loss
 * @param known ops of the step until it is known
 * @param curve nonlinear op as a function of {@code from}
 * @param type class of the op, for {@link OpCode}
 */
public record Factor(
    int node, String op, Place to, Place from, String form, String numbers, double value, double running, int known,
    Optional<OpCurve> curve, String type) {
  /** Java source of the op. */
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
