package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;

/**
 * Statically inferred facts of a node.
 *
 * @param columns of the table that an input node takes; empty for other nodes and other data
 * @param inputs shape of each input, empty where unknown
 * @param output output shape, if known
 * @param parameters number of trainable parameters
 * @param calculation of their number, such as 16·(8·3·3) + 16; empty where trivial
 * @param owner name of the node whose weights it shares; empty if its own
 * @param flops of one example's forward pass: twice the multiply-adds
 */
record NodeFacts(
    List<String> columns, List<Shape> inputs, Optional<Shape> output, long parameters, String calculation, String owner, long flops) {
  static final NodeFacts NONE = new NodeFacts(List.of(), List.of(), Optional.empty(), 0, "", "", 0);

  /** @param columns of the data, empty where unnamed */
  static NodeFacts of(Network network, Analysis analysis, Node node, List<String> columns) {
    List<ParameterSpec> learned = analysis.parameters(node).stream().filter(p -> !p.isState()).toList();
    return new NodeFacts(
        share(network, node, columns),
        analysis.inputShapes().getOrDefault(node.id(), List.of()),
        analysis.shape(node.id()),
        analysis.parameterCount(node),
        node.sharesWeights() ? "" : calculation(learned),
        node.sharesWeights() ? network.node(node.weights()).name() : "",
        analysis.flops(node));
  }

  private static List<String> share(Network network, Node node, List<String> columns) {
    Optional<Shape> data = node.layer().dataShape();
    if (data.isEmpty()) {
      return List.of();
    }
    int from = network.inputStart(node.id());
    long to = from + data.get().count();
    return to <= columns.size() ? columns.subList(from, (int) to) : List.of();
  }

  boolean known() {
    return output.isPresent();
  }

  private static String calculation(List<ParameterSpec> learned) {
    String sum = learned.stream().map(NodeFacts::product).collect(Collectors.joining(" + "));
    return sum.chars().allMatch(Character::isDigit) ? "" : sum;
  }

  private static String product(ParameterSpec spec) {
    String rest = IntStream.of(spec.shape().toArray()).mapToObj(String::valueOf).collect(Collectors.joining("·"));
    if (spec.rows() == 1) {
      return rest;
    }
    return spec.rows() + "·" + (spec.shape().rank() > 1 ? "(" + rest + ")" : rest);
  }
}
