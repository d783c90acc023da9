package studio.backprop.ui.workspace.analyser;

import java.util.List;
import java.util.Optional;
import studio.backprop.network.Footprint;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Row of the layer table: a node, or the totals if {@code node} is empty. Shapes and footprint are empty while unknown; {@code awaited} is
 * the predecessor without a shape, {@code finding} the first problem.
 */
record LayerRow(
    Optional<Node> node, List<Shape> inputs, Optional<Shape> output, long parameters, Optional<Footprint> footprint,
    Optional<Problem> finding, Optional<Node> awaited) {

  boolean total() {
    return node.isEmpty();
  }

  Message type() {
    return node.map(n -> n.type().title()).orElse(Message.of("analyser.total"));
  }

  String name() {
    return node.map(Node::name).orElse("");
  }
}
