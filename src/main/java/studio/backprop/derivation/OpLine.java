package studio.backprop.derivation;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.OpCode;

/**
 * How one op computed a number.
 *
 * @param node whose op it is
 * @param op what the op is called
 * @param of the number
 * @param sum whether the number is the sum of the terms and the rest; otherwise it is a function of their places
 * @param terms the largest first
 * @param rest what the other terms add up to
 * @param others how many there are
 * @param known how many ops of the step have run once it is known
 * @param type the class of the op, for {@link OpCode}
 * @param form of a loss: what it is of prediction and target
 */
public record OpLine(int node, String op, Place of, boolean sum, List<Term> terms, double rest, int others, int known, String type,
    ClosedForm form) {
  /** The Java that computed it. */
  public Optional<OpCode> code() {
    return OpCode.of(type);
  }
}
