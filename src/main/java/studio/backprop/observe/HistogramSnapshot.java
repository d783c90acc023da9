package studio.backprop.observe;

import java.util.Map;
import java.util.Optional;

/**
 * Histograms of every node after a step. Immutable.
 *
 * @param spreads by kind, then by node
 */
public record HistogramSnapshot(long step, Map<Kind, Map<Integer, Histogram>> spreads) {
  public enum Kind {
    /** Weights without biases. */
    WEIGHTS,
    /** ∂L/∂w of the step's batch. */
    GRADIENTS,
    /** Outputs for the step's batch. */
    ACTIVATIONS
  }

  public Optional<Histogram> spread(Kind kind, int node) {
    return Optional.ofNullable(spreads.get(kind).get(node));
  }
}
