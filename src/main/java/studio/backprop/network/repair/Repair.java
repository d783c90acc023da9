package studio.backprop.network.repair;

import java.util.function.UnaryOperator;
import studio.backprop.network.Network;
import studio.backprop.text.Message;

/**
 * A verified fix of a problem.
 *
 * @param title what the button says, such as "Insert Flatten between them"
 * @param consequence state of the network afterwards
 * @param change the change itself; new nodes at 0, 0 still have to be given a place
 */
public record Repair(Kind kind, Message title, Message consequence, UnaryOperator<Network> change) {
  /** What sort of change a repair is. */
  public enum Kind {
    INSERT,
    CHANGE,
    WIRE,
    REMOVE,
    UNWIRE
  }
}
