package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;

/**
 * Wire while it is being drawn.
 *
 * @param node where it begins
 * @param forward from an output to an input; false for the reverse
 * @param x of its loose end
 * @param fitting nodes that accept it
 * @param target node under its loose end, if any
 * @param objection error that it would cause at the target
 */
public record Draft(
    int node, boolean forward, double x, double y, Set<Integer> fitting, Optional<Integer> target, Optional<Problem> objection,
    boolean refused) {

  /** Without a target. */
  static Draft loose(int node, boolean forward, double x, double y) {
    return new Draft(node, forward, x, y, Set.of(), Optional.empty(), Optional.empty(), false);
  }

  public Wire to(int other) {
    return forward ? new Wire(node, other) : new Wire(other, node);
  }
}
