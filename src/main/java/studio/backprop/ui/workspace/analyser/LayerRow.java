package studio.backprop.ui.workspace.analyser;

import java.util.List;
import java.util.Optional;
import studio.backprop.network.Footprint;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * One line of the table: a node, or the totals at its end.
 *
 * @param node empty for the totals
 * @param inputs the shape of each input, as far as known
 * @param output what it gives, if known
 * @param parameters numbers that it learns
 * @param footprint memory, operations and receptive field; empty while the shape is not known
 * @param finding what is wrong with it first
 * @param awaited the node before it that has no shape yet, which it waits for
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
