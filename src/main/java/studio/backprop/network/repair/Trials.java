package studio.backprop.network.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.backprop.layer.Layer;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** A broken network on the bench, and candidate fixes that have not been tried yet. */
final class Trials {
  /**
   * A change that may help.
   *
   * @param consequence what can be said of the network afterwards
   */
  record Proposal(Kind kind, Message title, UnaryOperator<Network> change, Function<Network, Message> consequence) {}

  final Network network;
  final Analysis analysis;
  final Problem problem;
  final Optional<Goal> goal;
  private final List<Proposal> proposals = new ArrayList<>();

  Trials(Network network, Problem problem, Optional<Goal> goal) {
    this.network = network;
    this.analysis = network.analyse();
    this.problem = problem;
    this.goal = goal;
  }

  /** The node that the problem is about; empty where it is about the network as a whole. */
  Optional<Node> node() {
    return network.find(problem.node());
  }

  List<Node> sources() {
    return network.sources(problem.node());
  }

  List<Wire> wiresIn() {
    return network.wires().stream().filter(wire -> wire.to() == problem.node()).toList();
  }

  /** What the sources of the node give, as far as known. */
  List<Shape> arriving() {
    return sources().stream().flatMap(source -> analysis.shape(source.id()).stream()).toList();
  }

  List<Proposal> proposals() {
    return proposals;
  }

  void propose(Kind kind, Message title, UnaryOperator<Network> change, Function<Network, Message> consequence) {
    proposals.add(new Proposal(kind, title, change, consequence));
  }

  /** Proposes another layer in the place of a node's own. */
  void proposeLayer(Node node, Layer layer, Message title) {
    propose(Kind.CHANGE, title, n -> n.with(node.id(), old -> old.withLayer(layer)), after -> gives(after, node.id()));
  }

  /** "then gives 16×4×4 and has 1,168 parameters". */
  static Message gives(Network after, int node) {
    Analysis known = after.analyse();
    Node changed = after.node(node);
    String shape = known.shape(node).map(Shape::toString).orElse("?");
    long parameters = known.parameterCount(changed);
    return parameters > 0
        ? Message.of("repair.gives", changed.type().title(), shape, parameters)
        : Message.of("repair.gives.plain", changed.type().title(), shape);
  }
}
