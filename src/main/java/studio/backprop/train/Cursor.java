package studio.backprop.train;

import studio.backprop.tensor.Shape;

/**
 * Where in a training step the engine is.
 *
 * @param phase what it is doing
 * @param node the node whose op ran last; 0 for the update, which moves all weights
 * @param op what the op is called; empty for the update
 * @param shape of what the op computes for one example; backward, of what it takes the gradient of
 * @param number how many ops and updates of this step have run
 * @param of how many there are in a step
 * @param turn which turn of the step it is, from 0: each begins with a forward pass and ends with an update
 */
public record Cursor(Phase phase, int node, String op, Shape shape, int number, int of, int turn) {
  /** The parts of a training step, in their order. */
  public enum Phase {
    FORWARD,
    LOSS,
    BACKWARD,
    UPDATE
  }

  /** Whether the other is the same node in the same phase: one layer's worth of work. */
  public boolean isLayerOf(Cursor other) {
    return phase == other.phase && node == other.node && turn == other.turn;
  }
}
