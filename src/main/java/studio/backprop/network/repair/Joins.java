package studio.backprop.network.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.WireRules;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Options for a new wire into a single-input node that is already connected: replace the old wire, or merge both. As with repairs, a merge
 * is tried first and offered only if its shapes fit.
 */
public final class Joins {
  private static final List<String> MERGES = List.of("add", "concatenate");

  private Joins() {}

  /** Whether a new wire is ambiguous. */
  public static boolean open(Network network, Wire wire) {
    Node target = network.node(wire.to());
    return target.layer().arity().max() == 1 && !network.sources(wire.to()).isEmpty() && !network.wires().contains(wire)
        && WireRules.refusal(network, wire.from(), wire.to()).isEmpty();
  }

  /**
   * Options, those without remaining errors first.
   *
   * @param replace draws the wire in the place of the old one
   */
  public static List<Repair> of(Network network, Wire wire, UnaryOperator<Network> replace) {
    Node before = network.sources(wire.to()).get(0);
    List<Repair> choices = new ArrayList<>();
    choices.add(new Repair(Kind.WIRE, Message.of("join.replace", before.title()), afterReplacing(network, before, wire, replace), replace));
    MERGES.stream().flatMap(id -> LayerCatalog.find(id).stream()).flatMap(type -> merged(network, wire, before, type))
        .forEach(choices::add);
    choices.sort(Comparator.comparing(choice -> problemsAt(choice.change().apply(network), wire.to())));
    return choices;
  }

  private static long problemsAt(Network after, int target) {
    return after.analyse().problems().stream().filter(problem -> problem.node() == target).count();
  }

  private static Message afterReplacing(Network network, Node before, Wire wire, UnaryOperator<Network> replace) {
    boolean read = !replace.apply(network).targets(before.id()).isEmpty();
    return Message.of(read ? "join.replace.kept" : "join.replace.unread", before.title(), network.node(wire.to()).title());
  }

  private static Stream<Repair> merged(Network network, Wire wire, Node before, LayerType type) {
    int merge = network.nextId();
    UnaryOperator<Network> change =
        n -> n.add(type.fresh(), 0, 0).insert(n.nextId(), new Wire(before.id(), wire.to())).wire(wire.from(), n.nextId());
    Analysis after = change.apply(network).analyse();
    boolean targetFits = after.shape(wire.to()).isPresent() || network.analyse().shape(wire.to()).isEmpty();
    return after.shape(merge).filter(shape -> targetFits).map(shape -> repair(type, shape, change)).stream();
  }

  private static Repair repair(LayerType type, Shape shape, UnaryOperator<Network> change) {
    return new Repair(Kind.INSERT, Message.of("join.merge", type.title()), Message.of("repair.insert.plain", shape.toString()), change);
  }
}
