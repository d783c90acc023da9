package studio.backprop.network;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.layer.Ties;
import studio.backprop.tensor.Shape;

/**
 * Exact receptive field and projective field of one output of a node, in all its ancestors and descendants.
 *
 * @param node whose output it is
 * @param place index of the output, row-major
 * @param before receptive field by ancestor
 * @param behind projective field by descendant
 */
public record Influence(int node, int place, Map<Integer, BitSet> before, Map<Integer, BitSet> behind) {
  /** Empty where the node has no shape yet, or the index is out of range. */
  public static Optional<Influence> of(Network network, Analysis analysis, int node, int place) {
    Optional<Shape> shape = analysis.shape(node);
    if (shape.isEmpty() || place < 0 || place >= shape.get().count()) {
      return Optional.empty();
    }
    BitSet self = new BitSet();
    self.set(place);
    return Optional.of(new Influence(node, place, before(network, analysis, node, self), behind(network, analysis, node, self)));
  }

  /** Field in a node; empty for unrelated nodes. */
  public Optional<BitSet> in(int other) {
    return Optional.ofNullable(before.getOrDefault(other, behind.get(other)));
  }

  private static Map<Integer, BitSet> before(Network network, Analysis analysis, int node, BitSet self) {
    Map<Integer, BitSet> found = new HashMap<>(Map.of(node, self));
    List<Node> order = analysis.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      Node one = order.get(i);
      List<Node> sources = network.sources(one.id());
      Optional<Ties> ties = found.containsKey(one.id()) && !sources.isEmpty() ? analysis.ties(one) : Optional.empty();
      if (ties.isPresent()) {
        List<BitSet> seen = ties.get().sources(found.get(one.id()));
        for (int input = 0; input < sources.size(); input++) {
          found.computeIfAbsent(sources.get(input).id(), id -> new BitSet()).or(seen.get(input));
        }
      }
    }
    found.remove(node);
    return found;
  }

  private static Map<Integer, BitSet> behind(Network network, Analysis analysis, int node, BitSet self) {
    Map<Integer, BitSet> found = new HashMap<>(Map.of(node, self));
    for (Node one : analysis.order()) {
      List<Node> sources = network.sources(one.id());
      Optional<Ties> ties = sources.stream().anyMatch(source -> found.containsKey(source.id())) ? analysis.ties(one) : Optional.empty();
      for (int input = 0; input < sources.size() && ties.isPresent(); input++) {
        BitSet arrives = found.get(sources.get(input).id());
        if (arrives != null) {
          found.computeIfAbsent(one.id(), id -> new BitSet()).or(ties.get().answers(input, arrives));
        }
      }
    }
    found.remove(node);
    return found;
  }
}
