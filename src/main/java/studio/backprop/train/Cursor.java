package studio.backprop.train;

import studio.backprop.tensor.Shape;

/**
 * Position within a training step. Immutable.
 *
 * @param node the node whose op ran last; 0 for the update
 * @param op name of the op; empty for the update
 * @param shape of the op's output for one example; in the backward pass, of its input
 * @param number ops and updates of this step that have run
 * @param of ops and updates in a step
 * @param turn index of the learner's turn
 */
public record Cursor(Phase phase, int node, String op, Shape shape, int number, int of, int turn) {
  public enum Phase {
    FORWARD,
    LOSS,
    BACKWARD,
    UPDATE
  }

  /** Whether the other is the same node in the same phase. */
  public boolean isLayerOf(Cursor other) {
    return phase == other.phase && node == other.node && turn == other.turn;
  }
}
