package studio.backprop.network;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Output;

/** A folded group seen as one node: its inputs, outputs and wires. */
public record GroupOutline(Network network, NodeGroup group) {
  /** First member with an input from outside. */
  public int entry() {
    List<Integer> fed = network.wires().stream().filter(wire -> group.has(wire.to())).map(Wire::to).toList();
    return network.wires().stream()
        .filter(this::enters)
        .map(Wire::to)
        .findFirst()
        .or(() -> group.members().stream().filter(id -> !fed.contains(id)).findFirst())
        .orElse(group.members().get(0));
  }

  /** All members that share the entry's input, and those that lack one: a residual block's first layer and its sum. */
  public List<Integer> entries() {
    int entry = entry();
    Optional<Integer> source = source();
    return group.members().stream()
        .filter(id -> id == entry || source.filter(from -> network.wires().contains(new Wire(from, id))).isPresent() || lacks(id))
        .toList();
  }

  private boolean lacks(int id) {
    return network.sources(id).size() < network.node(id).layer().arity().min();
  }

  /** Node outside that feeds the entry. */
  private Optional<Integer> source() {
    int entry = entry();
    return network.wires().stream().filter(wire -> enters(wire) && wire.to() == entry).map(Wire::from).findFirst();
  }

  private boolean enters(Wire wire) {
    return group.has(wire.to()) && !group.has(wire.from());
  }

  /** Last member with an output to the outside. */
  public int exit() {
    List<Wire> out = network.wires().stream().filter(wire -> group.has(wire.from())).toList();
    return out.stream()
        .filter(wire -> !group.has(wire.to()))
        .map(Wire::from)
        .findFirst()
        .or(() -> group.members().stream().filter(id -> out.stream().noneMatch(wire -> wire.from() == id)).reduce((first, last) -> last))
        .orElse(group.members().get(group.members().size() - 1));
  }

  public boolean takes() {
    return network.node(entry()).layer().arity().max() > 0;
  }

  public boolean gives() {
    return !(network.node(exit()).layer() instanceof Output);
  }

  /** Connects a node to all entries. */
  public Network fedBy(int from) {
    List<Integer> entries = entries();
    Optional<Integer> before = source();
    Network fed = network;
    for (int entry : entries) {
      Optional<Wire> old = before.map(source -> new Wire(source, entry))
          .filter(wire -> entries.size() > 1 && network.wires().contains(wire));
      if (!fed.leads(entry, from)) {
        Network now = fed;
        fed = old.map(wire -> now.lead(wire, from)).orElseGet(() -> now.wire(from, entry));
      }
    }
    return fed;
  }

  /** Wires displayed as one with this one: from the same node into the group. */
  public List<Wire> bundle(Wire wire) {
    return enters(wire) ? network.wires().stream().filter(other -> other.from() == wire.from() && enters(other)).toList() : List.of(wire);
  }
}
