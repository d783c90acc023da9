package studio.backprop.derivation;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.OpCode;

/**
 * Computation of an element by one op. Immutable.
 *
 * @param node of the op
 * @param op name of the op
 * @param of the element
 * @param sum whether it is the sum of terms and rest, else a function of their places
 * @param terms in descending order
 * @param rest sum of the other terms
 * @param others number of other terms
 * @param known ops of the step until it is known
 * @param type class of the op, for {@link OpCode}
 * @param form of a loss: formula of prediction and target
 */
public record OpLine(int node, String op, Place of, boolean sum, List<Term> terms, double rest, int others, int known, String type,
    ClosedForm form) {
  /** Java source of the op. */
  public Optional<OpCode> code() {
    return OpCode.of(type);
  }
}
