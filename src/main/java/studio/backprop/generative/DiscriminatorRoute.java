package studio.backprop.generative;

import java.util.List;

/**
 * What a discriminator D makes of one example, layer by layer.
 *
 * @param example the numbers of it, in the scale of the data
 * @param stops the nodes behind the one where real and generated examples meet, in their order, up to the one that is compared
 * @param said D(x)
 */
public record DiscriminatorRoute(float[] example, List<Stop> stops, double said) {
  /**
   * A node on the way.
   *
   * @param node its id
   * @param output all that it outputs for the example
   */
  public record Stop(int node, float[] output) {}
}
