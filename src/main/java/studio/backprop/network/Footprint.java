package studio.backprop.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.tensor.Shape;

/**
 * Memory, FLOPs and receptive field of a node.
 *
 * @param weightBytes of the numbers it keeps between steps; none where it uses another node's
 * @param activationBytes of its output for a batch
 * @param flops floating-point operations of one example's forward pass
 * @param field its receptive field; empty where the input is no image, or not known
 */
public record Footprint(long weightBytes, long activationBytes, long flops, Optional<Field> field) {
  /** By the ids of the nodes whose shape is known. */
  public static Map<Integer, Footprint> of(Network network, Analysis analysis, int batch) {
    Map<Integer, Footprint> all = new HashMap<>();
    for (Node node : analysis.order()) {
      analysis.shape(node.id()).ifPresent(shape -> all.put(node.id(), of(network, analysis, node, shape, batch, all)));
    }
    return all;
  }

  private static Footprint of(Network network, Analysis analysis, Node node, Shape shape, int batch, Map<Integer, Footprint> before) {
    long numbers = node.sharesWeights() ? 0 : analysis.parameters(node).stream().mapToLong(ParameterSpec::count).sum();
    Optional<Field> arriving = network.sources(node.id()).stream()
        .flatMap(source -> before.get(source.id()).field().stream())
        .reduce(Field::and);
    Optional<Field> field = network.sources(node.id()).isEmpty()
        ? Optional.of(Field.POINT).filter(point -> shape.rank() == 3)
        : arriving.flatMap(seen -> analysis.ties(node).map(ties -> seen.through(ties.reach())));
    return new Footprint(Float.BYTES * numbers, Float.BYTES * shape.count() * batch, analysis.flops(node), field);
  }
}
