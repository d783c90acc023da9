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

/** A broken network and candidate fixes to be tried. */
final class Trials {
  /**
   * Candidate fix.
   *
   * @param consequence describes the network afterwards
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

  /** Node of the problem; empty for the whole network. */
  Optional<Node> node() {
    return network.find(problem.node());
  }

  List<Node> sources() {
    return network.sources(problem.node());
  }

  List<Wire> wiresIn() {
    return network.wires().stream().filter(wire -> wire.to() == problem.node()).toList();
  }

  /** Known output shapes of the node's predecessors. */
  List<Shape> arriving() {
    return sources().stream().flatMap(source -> analysis.shape(source.id()).stream()).toList();
  }

  List<Proposal> proposals() {
    return proposals;
  }

  void propose(Kind kind, Message title, UnaryOperator<Network> change, Function<Network, Message> consequence) {
    proposals.add(new Proposal(kind, title, change, consequence));
  }

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
