package studio.backprop.network;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Output;

/** A folded group seen as one node: its inputs, outputs and wires. */
public record GroupOutline(Network network, NodeGroup group) {
  /** The member into which data come from outside, the first if there are several. */
  public int entry() {
    List<Integer> fed = network.wires().stream().filter(wire -> group.has(wire.to())).map(Wire::to).toList();
    return network.wires().stream()
        .filter(this::enters)
        .map(Wire::to)
        .findFirst()
        .or(() -> group.members().stream().filter(id -> !fed.contains(id)).findFirst())
        .orElse(group.members().get(0));
  }

  /** All that take what the entry takes, and those that lack a wire: a residual block's first layer and its sum. */
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

  /** The node outside that feeds the entry. */
  private Optional<Integer> source() {
    int entry = entry();
    return network.wires().stream().filter(wire -> enters(wire) && wire.to() == entry).map(Wire::from).findFirst();
  }

  private boolean enters(Wire wire) {
    return group.has(wire.to()) && !group.has(wire.from());
  }

  /** The member that gives data to the outside, the last if there are several. */
  public int exit() {
    List<Wire> out = network.wires().stream().filter(wire -> group.has(wire.from())).toList();
    return out.stream()
        .filter(wire -> !group.has(wire.to()))
        .map(Wire::from)
        .findFirst()
        .or(() -> group.members().stream().filter(id -> out.stream().noneMatch(wire -> wire.from() == id)).reduce((first, last) -> last))
        .orElse(group.members().get(group.members().size() - 1));
  }

  /** Whether data can come in. */
  public boolean takes() {
    return network.node(entry()).layer().arity().max() > 0;
  }

  /** Whether data go out. */
  public boolean gives() {
    return !(network.node(exit()).layer() instanceof Output);
  }

  /** Leads a node to the group: where several entries took the same from outside, all of them take it from there now. */
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

  /** The wires that are seen as one with this one: from the same node into the group. */
  public List<Wire> bundle(Wire wire) {
    return enters(wire) ? network.wires().stream().filter(other -> other.from() == wire.from() && enters(other)).toList() : List.of(wire);
  }
}
