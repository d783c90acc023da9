package studio.backprop.network;

import java.util.Optional;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem.Place;
import studio.backprop.text.Message;

/** Rules for wires, shared by the canvas and the analysis. */
public final class WireRules {
  private WireRules() {}

  /** Reason why a wire is not allowed, if so. A shape mismatch is: the wire is drawn and shows the error. */
  public static Optional<Problem> refusal(Network network, int from, int to) {
    Node source = network.node(from);
    Node target = network.node(to);
    if (source.layer() instanceof Output) {
      return problem(source, Place.OUTPUT, "wire.after_loss", source.title());
    }
    if (target.layer().arity().max() == 0) {
      return problem(target, Place.INPUT, "wire.into_input", target.title());
    }
    if (network.leads(to, from)) {
      return problem(target, Place.INPUT, "wire.circle", source.title(), target.title());
    }
    boolean full = target.layer().arity().max() > 1 && network.sources(to).size() >= target.layer().arity().max();
    return full ? problem(target, Place.INPUT, "wire.full", target.title(), target.layer().arity().max()) : Optional.empty();
  }

  /** Error at the target if the wire were drawn: a refusal, or a shape mismatch. */
  public static Optional<Problem> objection(Network network, int from, int to) {
    Optional<Problem> refusal = refusal(network, from, to);
    if (refusal.isPresent()) {
      return refusal;
    }
    Analysis after = network.wire(from, to).analyse();
    return after.problems().stream().filter(problem -> problem.node() == to && problem.place() == Place.INPUT).findFirst();
  }

  private static Optional<Problem> problem(Node node, Place place, String key, Object... args) {
    return Optional.of(new Problem(node.id(), place, Message.of(key, args)));
  }
}
