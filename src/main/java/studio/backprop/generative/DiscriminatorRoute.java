package studio.backprop.generative;

import java.util.List;

/**
 * Activations of a discriminator D for one example. Immutable; arrays are not copied.
 *
 * @param example scaled
 * @param stops nodes of the discriminator in order, up to its output
 * @param said D(x)
 */
public record DiscriminatorRoute(float[] example, List<Stop> stops, double said) {
  /** Activations of a node. */
  public record Stop(int node, float[] output) {}
}
