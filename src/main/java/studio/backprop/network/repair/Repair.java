package studio.backprop.network.repair;

import java.util.function.UnaryOperator;
import studio.backprop.network.Network;
import studio.backprop.text.Message;

/**
 * Verified fix of a problem.
 *
 * @param title for the button, such as "Insert Flatten between them"
 * @param consequence state of the network afterwards
 * @param change of the network; new nodes at 0, 0 have no position yet
 */
public record Repair(Kind kind, Message title, Message consequence, UnaryOperator<Network> change) {
  /** Kind of change, in order of preference. */
  public enum Kind {
    INSERT,
    CHANGE,
    WIRE,
    REMOVE,
    UNWIRE
  }
}
