package studio.backprop.observe;

import java.util.Map;
import java.util.Optional;

/**
 * How the numbers of every node were spread right after a step.
 *
 * @param step the step
 * @param spreads by kind, then by node; a node without such numbers is left out
 */
public record HistogramSnapshot(long step, Map<Kind, Map<Integer, Histogram>> spreads) {
  /** What is counted. */
  public enum Kind {
    /** The weights of a node, without its biases. */
    WEIGHTS,
    /** ∂L/∂w of these weights, of the step's batch. */
    GRADIENTS,
    /** What the node gave for the examples of the step's batch. */
    ACTIVATIONS
  }

  public Optional<Histogram> spread(Kind kind, int node) {
    return Optional.ofNullable(spreads.get(kind).get(node));
  }
}
