package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * What the best repair of a node's problem would change, found by carrying it out on a copy.
 *
 * @param node the broken node
 * @param repair what is offered
 * @param now how things stand
 * @param then how they would stand
 */
record Prospect(Node node, Repair repair, State now, State then) {
  /**
   * A node in its network, and the network as a whole.
   *
   * @param in what arrives at the node, as far as known
   * @param out what it gives, if known
   * @param parameters of the whole network, if all its shapes are known
   * @param flops of one example through the whole network, likewise
   * @param trains whether nothing keeps the network from training
   */
  record State(List<Shape> in, Optional<Shape> out, OptionalLong parameters, OptionalLong flops, boolean trains) {
    private static State of(DocumentModel document, Network network, int node) {
      Analysis known = network.analyse();
      boolean whole = network.nodes().stream().allMatch(n -> known.shape(n.id()).isPresent());
      return new State(
          network.sources(node).stream().flatMap(source -> known.shape(source.id()).stream()).toList(),
          known.shape(node),
          whole ? OptionalLong.of(known.parameterCount()) : OptionalLong.empty(),
          whole ? OptionalLong.of(known.flops()) : OptionalLong.empty(),
          document.trains(network));
    }
  }

  /** What is wrong with a node, the first to be mended. */
  static Optional<Problem> problem(DocumentModel document, Node node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node.id()).findFirst();
  }

  /** Empty where nothing is wrong with the node, nothing can be done about it at once, or that is still looked for. */
  static Optional<Prospect> of(DocumentModel document, Node node) {
    Network network = document.network();
    return problem(document, node)
        .flatMap(problem -> document.repairs(problem).stream().flatMap(List::stream).findFirst())
        .map(repair -> new Prospect(
            node, repair, State.of(document, network, node.id()), State.of(document, repair.change().apply(network), node.id())));
  }
}
