package studio.backprop.ui.design.designer.edit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.network.GroupOutline;
import studio.backprop.network.Marks;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;

/** Groups of nodes: what is taken together, what is folded, and where a folded one stands. */
public final class Groups {
  private static final String PREFIX = "group";

  /**
   * Where a folded group stands.
   *
   * @param first the member with which it moves
   * @param x place of its left edge, as the document has it
   */
  record Corner(int group, int first, double x, double y) {}

  private final CanvasState canvas;
  private Network known = Network.EMPTY;
  private Map<Integer, Corner> corners = Map.of();

  Groups(CanvasState canvas) {
    this.canvas = canvas;
  }

  private Network network() {
    return canvas.network();
  }

  private Marks marks() {
    return network().marks();
  }

  // --- what there is to see

  List<NodeGroup> all() {
    return marks().groups();
  }

  /** Where the folded group stands that hides a node; null if the node is in sight. Asked for many times in each frame of a drag. */
  Corner corner(int node) {
    if (network() != known) {
      known = network();
      corners = new HashMap<>();
      all().stream().filter(NodeGroup::folded).sorted(Comparator.comparingInt(NodeGroup::size)).forEach(group -> {
        Corner corner = cornerOf(known, group);
        group.members().forEach(member -> corners.put(member, corner));
      });
    }
    return corners.get(node);
  }

  private static Corner cornerOf(Network network, NodeGroup group) {
    double left = group.members().stream().mapToDouble(id -> network.node(id).x()).min().orElseThrow();
    return new Corner(group.id(), group.members().get(0), left, network.node(new GroupOutline(network, group).entry()).y());
  }

  public boolean hides(int node) {
    return corner(node) != null;
  }

  /** Whether a wire is out of sight: within a folded group, or under another that leads from the same node to it. */
  public boolean hides(Wire wire) {
    Corner from = corner(wire.from());
    Corner to = corner(wire.to());
    return to != null && (from == to || !bundle(wire).get(0).equals(wire));
  }

  /** The wires that are seen as one with this one. */
  List<Wire> bundle(Wire wire) {
    return marks().foldedAround(wire.to()).map(group -> new GroupOutline(network(), group).bundle(wire)).orElse(List.of(wire));
  }

  /** Draws a wire into a network. One that leads to a folded group leads to all that takes what comes in there. */
  static Network wired(Network network, int from, int to) {
    return network.marks().foldedAround(to)
        .map(group -> new GroupOutline(network, group))
        .filter(outline -> outline.entry() == to)
        .map(outline -> outline.fedBy(from))
        .orElseGet(() -> network.wire(from, to));
  }

  /** The groups that no folded one hides, the larger before those within them. */
  public List<NodeGroup> shown() {
    return all().stream().filter(marks()::shows).sorted(Comparator.comparingInt(NodeGroup::size).reversed()).toList();
  }

  /** The groups that are seen in an open one. */
  List<NodeGroup> shownWithin(NodeGroup group) {
    return all().size() < 2 ? List.of() : all().stream().filter(inner -> inner.within(group) && marks().shows(inner)).toList();
  }

  /** The member into which data come from outside. */
  public int entry(NodeGroup group) {
    return new GroupOutline(network(), group).entry();
  }

  /** The member that gives data to the outside. */
  public int exit(NodeGroup group) {
    return new GroupOutline(network(), group).exit();
  }

  /** The node whose port is meant where a wire is led to another that may be hidden. */
  public int port(int node, boolean input) {
    return marks().foldedAround(node).map(group -> input ? entry(group) : exit(group)).orElse(node);
  }

  /** The groups that are meant by what is selected: those that are selected whole, else the nearest around each node. */
  public List<NodeGroup> touched() {
    Set<Integer> selection = canvas.selection().nodes();
    return selection.stream().flatMap(node -> around(node, selection).stream()).distinct().toList();
  }

  private Optional<NodeGroup> around(int node, Set<Integer> selection) {
    return all().stream()
        .filter(group -> group.has(node) && selection.containsAll(group.members()))
        .max(Comparator.comparingInt(NodeGroup::size))
        .or(() -> marks().foldedAround(node))
        .or(() -> marks().groupOf(node));
  }

  /** The one group that is selected as a whole, with nothing else. */
  public Optional<NodeGroup> selected() {
    Set<Integer> selection = canvas.selection().nodes();
    return all().stream().filter(group -> selection.equals(Set.copyOf(group.members()))).findFirst();
  }

  public void select(NodeGroup group) {
    canvas.selection().clear();
    canvas.selection().select(group.members());
  }

  public void toggle(NodeGroup group) {
    Set<Integer> changed = new TreeSet<>(canvas.selection().nodes());
    if (!changed.removeAll(group.members())) {
      changed.addAll(group.members());
    }
    canvas.selection().select(changed);
  }

  // --- edits

  /** Takes the selected nodes together. Groups among them lie within the new one. */
  public void make() {
    Set<Integer> nodes = canvas.selection().nodes();
    String name = freeName(PREFIX);
    List<NodeGroup> folded = all().stream().filter(group -> group.folded() && !nodes.containsAll(group.members()) && nodes.stream()
        .anyMatch(group::has)).toList();
    canvas.document().edit(Message.of("edit.group", nodes.size()),
        network -> unfolded(network, folded).withMarks(marks -> marks.group(name, nodes)));
  }

  /** The first of prefix_1, prefix_2, … that no group has. */
  String freeName(String prefix) {
    Set<String> taken = all().stream().map(NodeGroup::name).collect(Collectors.toSet());
    return IntStream.iterate(1, i -> i + 1).mapToObj(i -> prefix + "_" + i).filter(name -> !taken.contains(name)).findFirst().orElseThrow();
  }

  /** Lets the nodes go that are taken together with a selected one. */
  public void dissolve() {
    List<NodeGroup> groups = touched();
    if (!groups.isEmpty()) {
      edit("edit.ungroup", network -> unfolded(network, groups)
          .withMarks(marks -> marks.withoutGroups(groups.stream().map(NodeGroup::id).toList())));
    }
  }

  /** Folds the groups that have a selected node or, where all are folded already, unfolds them. */
  public void fold() {
    List<NodeGroup> groups = touched();
    if (groups.stream().allMatch(NodeGroup::folded)) {
      edit("edit.unfold", network -> unfolded(network, groups));
    } else {
      edit("edit.fold", network -> groups.stream().filter(group -> !group.folded()).reduce(network, this::folded, (one, other) -> other));
    }
    groups.forEach(group -> canvas.selection().select(union(canvas.selection().nodes(), group.members())));
  }

  private static Set<Integer> union(Collection<Integer> some, Collection<Integer> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  /** Gives a group another name, or says why it cannot have it. */
  public Optional<Message> rename(int group, String name) {
    if (name.isBlank()) {
      return Optional.of(Message.of("group.empty"));
    }
    canvas.document().edit(Message.of("edit.rename", name.strip()),
        network -> network.withMarks(marks -> marks.withGroup(group, old -> old.withName(name.strip()))));
    return Optional.empty();
  }

  private void edit(String name, UnaryOperator<Network> change) {
    canvas.document().edit(Message.of(name), change);
  }

  /** Where what follows can come near to the box, it does; unfolding makes the same room again. */
  private Network folded(Network network, NodeGroup group) {
    double right = group.members().stream().map(network::node).mapToDouble(this::right).max().orElseThrow();
    double way = Math.floor((right - cornerOf(network, group).x() - Anatomy.GROUP_WIDTH) / Anatomy.GRID) * Anatomy.GRID;
    Set<Integer> followers = followers(network, group);
    boolean behind = followers.stream().allMatch(id -> network.node(id).x() >= right);
    Network near = moved(network, followers, -way);
    boolean free = network.nodes().stream()
        .filter(node -> !followers.contains(node.id()) && !group.has(node.id()))
        .map(node -> Anatomy.box(node, canvas.lens()).grown(Anatomy.GRID / 2))
        .noneMatch(box -> followers.stream().anyMatch(id -> Anatomy.box(near.node(id), canvas.lens()).touches(box)));
    boolean closes = way > 0 && behind && free && !followers.isEmpty();
    return (closes ? near : network).withMarks(marks -> marks.withGroup(group.id(), old -> old.fold(closes ? way : 0)));
  }

  /** Where a node ends, or the folded group that has it. */
  private double right(Node node) {
    Corner corner = corner(node.id());
    return corner == null ? Anatomy.box(node, canvas.lens()).right() : corner.x() + Anatomy.GROUP_WIDTH;
  }

  private static Network unfolded(Network network, List<NodeGroup> groups) {
    Network result = network;
    for (NodeGroup group : groups) {
      result = moved(result, followers(network, group), group.closed()).withMarks(marks -> marks.withGroup(group.id(), NodeGroup::unfold));
    }
    return result;
  }

  /** The nodes outside that get what a group gives. */
  private static Set<Integer> followers(Network network, NodeGroup group) {
    return network.nodes().stream()
        .map(Node::id)
        .filter(id -> !group.has(id) && group.members().stream().anyMatch(member -> network.leads(member, id)))
        .collect(Collectors.toSet());
  }

  private static Network moved(Network network, Set<Integer> nodes, double dx) {
    Network result = network;
    for (int id : nodes) {
      result = result.with(id, node -> node.movedTo(node.x() + dx, node.y()));
    }
    return result;
  }
}
