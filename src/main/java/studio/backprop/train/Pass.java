package studio.backprop.train;

import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor.Phase;

/**
 * A part of a step in which one learner moves.
 *
 * @param title whose turn it is; empty where there is one learner
 * @param turns how many it takes in a row
 * @param moved how many numbers it moves in each
 * @param shares of its phases in the time of a step at full speed, as measured; NaN before one was taken so
 */
public record Pass(Optional<Message> title, int turns, long moved, double[] shares) {
  public double share(Phase phase) {
    return shares[phase.ordinal()];
  }
}
