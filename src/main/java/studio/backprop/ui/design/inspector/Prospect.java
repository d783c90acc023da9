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

/** Preview of a repair, carried out on a copy. */
record Prospect(Node node, Repair repair, State now, State then) {
  /**
   * State of a node and its network.
   *
   * @param in input shapes, as far as known
   * @param out output shape, if known
   * @param parameters of the whole network, if all its shapes are known
   * @param flops of one example's forward pass through the whole network, likewise
   * @param trains whether the network can be trained
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

  static Optional<Problem> problem(DocumentModel document, Node node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node.id()).findFirst();
  }

  /** Empty where the node has no problem, no repair is found, or the search is still running. */
  static Optional<Prospect> of(DocumentModel document, Node node) {
    Network network = document.network();
    return problem(document, node)
        .flatMap(problem -> document.repairs(problem).stream().flatMap(List::stream).findFirst())
        .map(repair -> new Prospect(
            node, repair, State.of(document, network, node.id()), State.of(document, repair.change().apply(network), node.id())));
  }
}
