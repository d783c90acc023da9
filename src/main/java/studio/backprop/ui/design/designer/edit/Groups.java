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

/** Groups of nodes: membership, folding, and places of folded groups. */
public final class Groups {
  private static final String PREFIX = "group";

  /**
   * Place of a folded group.
   *
   * @param first member with which it moves
   * @param x of its left edge in the document
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

  // --- queries

  List<NodeGroup> all() {
    return marks().groups();
  }

  /** Place of the folded group that hides a node; null if the node is visible. Called many times in each frame of a drag. */
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

  /** Whether a wire is hidden: within a folded group, or by another wire between the same visible ends. */
  public boolean hides(Wire wire) {
    Corner from = corner(wire.from());
    Corner to = corner(wire.to());
    return to != null && (from == to || !bundle(wire).get(0).equals(wire));
  }

  /** Wires that are drawn as one with this one. */
  List<Wire> bundle(Wire wire) {
    return marks().foldedAround(wire.to()).map(group -> new GroupOutline(network(), group).bundle(wire)).orElse(List.of(wire));
  }

  /** Adds a wire to a network. One to a folded group leads to all members that take its input. */
  static Network wired(Network network, int from, int to) {
    return network.marks().foldedAround(to)
        .map(group -> new GroupOutline(network, group))
        .filter(outline -> outline.entry() == to)
        .map(outline -> outline.fedBy(from))
        .orElseGet(() -> network.wire(from, to));
  }

  /** Groups not hidden by a folded one, outer groups first. */
  public List<NodeGroup> shown() {
    return all().stream().filter(marks()::shows).sorted(Comparator.comparingInt(NodeGroup::size).reversed()).toList();
  }

  /** Visible groups within an open one. */
  List<NodeGroup> shownWithin(NodeGroup group) {
    return all().size() < 2 ? List.of() : all().stream().filter(inner -> inner.within(group) && marks().shows(inner)).toList();
  }

  /** Member that takes the input of the group. */
  public int entry(NodeGroup group) {
    return new GroupOutline(network(), group).entry();
  }

  /** Member that gives the output of the group. */
  public int exit(NodeGroup group) {
    return new GroupOutline(network(), group).exit();
  }

  /** Node whose port is meant by a wire to a possibly hidden node. */
  public int port(int node, boolean input) {
    return marks().foldedAround(node).map(group -> input ? entry(group) : exit(group)).orElse(node);
  }

  /** Groups of the selection: those selected completely, otherwise the innermost around each node. */
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

  /** The group that is the whole selection, if any. */
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

  /** Groups the selected nodes. Their groups are nested in the new one. */
  public void make() {
    Set<Integer> nodes = canvas.selection().nodes();
    String name = freeName(PREFIX);
    List<NodeGroup> folded = all().stream().filter(group -> group.folded() && !nodes.containsAll(group.members()) && nodes.stream()
        .anyMatch(group::has)).toList();
    canvas.document().edit(Message.of("edit.group", nodes.size()),
        network -> unfolded(network, folded).withMarks(marks -> marks.group(name, nodes)));
  }

  /** First free name of prefix_1, prefix_2, …. */
  String freeName(String prefix) {
    Set<String> taken = all().stream().map(NodeGroup::name).collect(Collectors.toSet());
    return IntStream.iterate(1, i -> i + 1).mapToObj(i -> prefix + "_" + i).filter(name -> !taken.contains(name)).findFirst().orElseThrow();
  }

  /** Ungroups the groups of the selected nodes. */
  public void dissolve() {
    List<NodeGroup> groups = touched();
    if (!groups.isEmpty()) {
      edit("edit.ungroup", network -> unfolded(network, groups)
          .withMarks(marks -> marks.withoutGroups(groups.stream().map(NodeGroup::id).toList())));
    }
  }

  /** Folds the groups of the selected nodes or, if all are folded, unfolds them. */
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

  /** Renames a group. Returns the reason of a refusal. */
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

  /** Following nodes move closer to the box, if they can; unfolding makes the same room again. */
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

  /** Right edge of a node, or of the folded group that hides it. */
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

  /** Outside nodes that take an output of the group. */
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
