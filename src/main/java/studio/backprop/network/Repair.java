package studio.backprop.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem.Place;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * A way to mend a problem at a node's input.
 *
 * @param wire the wire that is drawn, taken away, or led through a new node
 * @param layer the new node's kind; empty where only a wire changes
 * @param draws whether the wire is new
 * @param title what the button says, such as "Put a Flatten between them"
 * @param consequence what the network is like afterwards
 */
public record Repair(Wire wire, Optional<LayerType> layer, boolean draws, Message title, Message consequence) {
  /**
   * What can be done, the best first. Whether a layer helps is not known beforehand but tried: each kind without weights of its own is
   * put between, and offered if the shapes then fit.
   */
  public static List<Repair> of(Network network, Problem problem) {
    if (problem.place() != Place.INPUT) {
      return List.of();
    }
    Node node = network.node(problem.node());
    List<Node> sources = network.sources(node.id());
    List<Repair> repairs = new ArrayList<>();
    if (sources.size() == 1 && node.layer().arity().max() == 1) {
      Wire wire = new Wire(sources.get(0).id(), node.id());
      LayerCatalog.types().forEach(type -> between(network, type, wire).ifPresent(repairs::add));
    }
    if (sources.size() < node.layer().arity().min()) {
      network.nodes().forEach(source -> wire(network, source, node).ifPresent(repairs::add));
    }
    sources.forEach(source -> repairs.add(unwire(source, node, sources.size() == 1)));
    return repairs;
  }

  private static Optional<Repair> between(Network network, LayerType type, Wire wire) {
    boolean single = type.fresh().arity().min() == 1 && type.fresh().arity().max() == 1 && !(type.fresh() instanceof Output);
    if (!single) {
      return Optional.empty();
    }
    int added = network.nextId();
    Network mended = network.add(type.fresh(), 0, 0).insert(added, wire);
    Analysis after = mended.analyse();
    boolean helps = after.shape(added).isPresent() && after.shape(wire.to()).isPresent() && after.parameterCount(mended.node(added)) == 0;
    if (!helps) {
      return Optional.empty();
    }
    Shape given = after.shape(added).get();
    Node target = mended.node(wire.to());
    Message consequence = Message.of("repair.insert.after", given.toString(), target.type().title(), after.parameterCount(target));
    return Optional.of(new Repair(wire, Optional.of(type), false, Message.of("repair.insert", type.title()), consequence));
  }

  private static Optional<Repair> wire(Network network, Node source, Node target) {
    boolean open = network.targets(source.id()).isEmpty() && source.id() != target.id();
    if (!open || WireRules.objection(network, source.id(), target.id()).isPresent()) {
      return Optional.empty();
    }
    Message title = Message.of("repair.wire", source.title());
    return Optional.of(new Repair(new Wire(source.id(), target.id()), Optional.empty(), true, title,
        Message.of("repair.wire.after", target.title())));
  }

  private static Repair unwire(Node source, Node target, boolean only) {
    Message title = only ? Message.of("repair.unwire") : Message.of("repair.unwire.one", source.title());
    Message consequence = Message.of("repair.unwire.after", target.title());
    return new Repair(new Wire(source.id(), target.id()), Optional.empty(), false, title, consequence);
  }
}
