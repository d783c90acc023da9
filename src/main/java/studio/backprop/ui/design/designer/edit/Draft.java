package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;

/**
 * A wire that is not yet drawn.
 *
 * @param node where it begins
 * @param forward from an output to an input; false if it is drawn from an input back to an output
 * @param x where its loose end is
 * @param fitting the nodes that it may well lead to
 * @param target the node under its loose end, if there is one
 * @param objection what would be wrong at the target
 * @param refused whether it cannot be drawn at all
 */
public record Draft(
    int node, boolean forward, double x, double y, Set<Integer> fitting, Optional<Integer> target, Optional<Problem> objection,
    boolean refused) {

  /** A wire that leads nowhere yet. */
  static Draft loose(int node, boolean forward, double x, double y) {
    return new Draft(node, forward, x, y, Set.of(), Optional.empty(), Optional.empty(), false);
  }

  public Wire to(int other) {
    return forward ? new Wire(node, other) : new Wire(other, node);
  }
}
