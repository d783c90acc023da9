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
 * What can be said of one node without computing.
 *
 * @param columns what an input node takes from a table; empty for other nodes and other data
 * @param inputs the shape of each input, empty where not known
 * @param output what it gives, if known
 * @param parameters numbers that it learns
 * @param calculation how their count comes about, such as 16·(8·3·3) + 16; empty where there is nothing to calculate
 * @param owner the name of the node whose weights it uses; empty if they are its own
 * @param flops multiply-adds of one example, forward, times two
 */
record NodeFacts(
    List<String> columns, List<Shape> inputs, Optional<Shape> output, long parameters, String calculation, String owner, long flops) {
  static final NodeFacts NONE = new NodeFacts(List.of(), List.of(), Optional.empty(), 0, "", "", 0);

  /** @param columns of the data, empty where they have no names */
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
