package studio.backprop.network.repair;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.Wire;
import studio.backprop.network.WireRules;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.text.Message;

/** Fixes that add or remove wires, and remove nodes. */
final class Rewired {
  private final Trials bench;
  private final Network network;

  private Rewired(Trials bench) {
    this.bench = bench;
    this.network = bench.network;
  }

  static void propose(Trials bench) {
    Rewired rewired = new Rewired(bench);
    bench.node().ifPresent(rewired::proposeAt);
  }

  private void proposeAt(Node node) {
    if (bench.problem.place() == Place.INPUT) {
      if (bench.sources().size() < node.layer().arity().min()) {
        drawInto(node);
      }
      if (node.layer().arity().max() > 1) {
        joinInstead(node);
      }
      proposeShorter(node);
      bench.wiresIn().forEach(wire -> unwire(wire, node));
    }
    if (network.targets(node.id()).isEmpty()) {
      drawFrom(node);
    }
    takeOut(node);
    ownWeights(node);
  }

  /** Removes the node itself or, if it has parameters, rather its predecessor. */
  private void proposeShorter(Node node) {
    if (LayerSettings.width(node.layer()).isEmpty()) {
      takeOut(node);
    }
    bench.sources().forEach(this::takeOut);
  }

  /** Connects a dangling output, nearest first; without one, the nearest node. */
  private void drawInto(Node node) {
    List<Node> others = network.nodes().stream()
        .filter(source -> source.id() != node.id() && WireRules.refusal(network, source.id(), node.id()).isEmpty())
        .filter(source -> !network.sources(node.id()).contains(source) && bench.analysis.shape(source.id()).isPresent())
        .sorted((a, b) -> Double.compare(distance(a, node), distance(b, node)))
        .toList();
    List<Node> open = others.stream().filter(source -> network.targets(source.id()).isEmpty()).toList();
    (open.isEmpty() ? others.stream().limit(2).toList() : open).forEach(source -> draw(source, node));
  }

  private static double distance(Node a, Node b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  /** Connects to a node that lacks an input, or accepts one more. */
  private void drawFrom(Node node) {
    network.nodes().stream()
        .filter(target -> target.id() != node.id() && WireRules.refusal(network, node.id(), target.id()).isEmpty())
        .filter(target -> network.sources(target.id()).size() < target.layer().arity().min() || target.layer().arity().max() > 1)
        .forEach(target -> draw(node, target));
  }

  private void draw(Node source, Node target) {
    Message title = Message.of("repair.wire", source.title(), target.title());
    bench.propose(Kind.WIRE, title, n -> n.wire(source.id(), target.id()), after -> Trials.gives(after, target.id()));
  }

  /** Replaces a sum of mismatched shapes by a concatenation. */
  private void joinInstead(Node node) {
    if (!(node.layer() instanceof Concatenate)) {
      Concatenate join = new Concatenate();
      bench.proposeLayer(node, join, Message.of("repair.join", node.title()));
    }
  }

  private void takeOut(Node node) {
    if (node.layer() instanceof Output) {
      return;
    }
    boolean first = network.sources(node.id()).isEmpty();
    boolean last = network.targets(node.id()).isEmpty();
    Message consequence = first || last ? Message.of("repair.remove.after") : Message.of("repair.remove.heals");
    bench.propose(Kind.REMOVE, Message.of("repair.remove", node.title()), n -> n.remove(List.of(node.id())), after -> consequence);
  }

  private void unwire(Wire wire, Node node) {
    boolean only = bench.sources().size() == 1;
    Message title = only ? Message.of("repair.unwire") : Message.of("repair.unwire.one", network.node(wire.from()).title());
    bench.propose(
        Kind.UNWIRE, title, n -> n.unwire(wire.from(), wire.to()), after -> Message.of("repair.unwire.after", node.title()));
  }

  private void ownWeights(Node node) {
    Optional<Node> owner = node.sharesWeights() ? network.find(node.weights()) : Optional.empty();
    owner.ifPresent(original -> bench.propose(
        Kind.CHANGE,
        Message.of("repair.own", node.title()),
        n -> n.with(node.id(), old -> old.withWeightsOf(node.id())),
        after -> Message.of("repair.own.after", original.title())));
  }
}
