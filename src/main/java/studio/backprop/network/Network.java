package studio.backprop.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.Output;

/**
 * Computation graph: nodes and wires, in order, with canvas annotations. Immutable; modified copies share structure.
 *
 * @param nodes in order of insertion
 * @param wires in order of insertion, which is the order of a merging node's inputs
 * @param nextId id of the next new node; ids are never reused, so that weights cannot be assigned to the wrong node
 * @param marks notes and groups
 */
public record Network(List<Node> nodes, List<Wire> wires, int nextId, Marks marks) {
  public static final Network EMPTY = new Network(List.of(), List.of(), 1);

  public Network {
    nodes = List.copyOf(nodes);
    wires = List.copyOf(wires);
    marks = marks.groups().isEmpty() ? marks : marks.among(ids(nodes));
  }

  public Network(List<Node> nodes, List<Wire> wires, int nextId) {
    this(nodes, wires, nextId, Marks.NONE);
  }

  private static Set<Integer> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).collect(Collectors.toSet());
  }

  public Network withMarks(UnaryOperator<Marks> change) {
    return new Network(nodes, wires, nextId, change.apply(marks));
  }

  public Optional<Node> find(int id) {
    return nodes.stream().filter(node -> node.id() == id).findFirst();
  }

  /** @throws IllegalArgumentException if there is no such node */
  public Node node(int id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("the network has no node " + id));
  }

  public Optional<Node> named(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /** Predecessors of a node, in the order of its inputs. */
  public List<Node> sources(int id) {
    return wires.stream().filter(wire -> wire.to() == id).map(wire -> node(wire.from())).toList();
  }

  public List<Node> targets(int id) {
    return wires.stream().filter(wire -> wire.from() == id).map(wire -> node(wire.to())).toList();
  }

  /** Loss nodes; a trainable network has exactly one, an actor-critic two. */
  public List<Node> outputs() {
    return nodes.stream().filter(node -> node.layer() instanceof Output).toList();
  }

  /** Training objective; with a critic, the actor's. @throws java.util.NoSuchElementException without a loss node */
  public Objective objective() {
    Optional<Node> policy = outputs().stream().filter(Network::isPolicy).findFirst();
    return Objective.of(policy.or(() -> outputs().stream().findFirst()).orElseThrow(), this);
  }

  /** Objective of an actor's critic; empty with one loss. */
  public Optional<Objective> critic() {
    int first = outputs().isEmpty() ? 0 : objective().output().id();
    return outputs().stream().filter(output -> output.id() != first).findFirst().map(output -> Objective.of(output, this));
  }

  private static boolean isPolicy(Node output) {
    return ((Output) output.layer()).loss().isPolicy();
  }

  /** Offset of an input node in an example: several inputs split it, in node order. */
  public int inputStart(int id) {
    return nodes.stream()
        .takeWhile(node -> node.id() != id)
        .filter(node -> node.layer() instanceof Input)
        .mapToInt(node -> (int) ((Input) node.layer()).shape().count())
        .sum();
  }

  /** Adds a node with a unique name, such as conv_2. Its id is the old {@link #nextId}. */
  public Network add(Layer layer, double x, double y) {
    String prefix = LayerCatalog.typeOf(layer).prefix();
    return add(new Node(nextId, freeName(prefix), layer, x, y));
  }

  private Network add(Node node) {
    List<Node> more = new ArrayList<>(nodes);
    more.add(node);
    return new Network(more, wires, nextId + 1, marks);
  }

  /** Adds a node that shares the parameters of another. */
  public Network addShared(int original, double x, double y) {
    Node first = node(original);
    Node again = new Node(nextId, freeName(first.type().prefix()), first.layer(), x, y);
    return add(again.withWeightsOf(first.weights()));
  }

  /** Adds copies of another network's nodes, wires and marks, moved by an offset. */
  public Network paste(Network copied, double dx, double dy) {
    Network result = this;
    Map<Integer, Integer> ids = new LinkedHashMap<>();
    for (Node node : copied.nodes) {
      ids.put(node.id(), result.nextId);
      result = result.add(node.layer(), node.x() + dx, node.y() + dy);
    }
    for (Wire wire : copied.wires) {
      result = result.wire(ids.get(wire.from()), ids.get(wire.to()));
    }
    return result.withMarks(old -> old.paste(copied.marks, ids, dx, dy));
  }

  public Network only(Collection<Integer> ids) {
    return only(ids, Set.of());
  }

  /** Subgraph with some notes. */
  public Network only(Collection<Integer> ids, Collection<Integer> notes) {
    List<Node> kept = nodes.stream().filter(node -> ids.contains(node.id())).toList();
    List<Wire> inner = wires.stream().filter(wire -> ids.contains(wire.from()) && ids.contains(wire.to())).toList();
    return new Network(kept, inner, nextId, marks.only(ids, notes));
  }

  /** Adds a wire, replacing the previous one of a single-input node. */
  public Network wire(int from, int to) {
    Wire drawn = new Wire(from, to);
    if (wires.contains(drawn)) {
      return this;
    }
    List<Wire> more = new ArrayList<>(wires);
    if (node(to).layer().arity().max() == 1) {
      more.removeIf(wire -> wire.to() == to);
    }
    more.add(drawn);
    return new Network(nodes, more, nextId, marks);
  }

  /** Changes the source of a wire; it keeps its index among the inputs of its target. */
  public Network lead(Wire wire, int from) {
    Wire led = new Wire(from, wire.to());
    if (wires.contains(led)) {
      return led.equals(wire) ? this : unwire(wire.from(), wire.to());
    }
    return new Network(nodes, wires.stream().map(old -> old.equals(wire) ? led : old).toList(), nextId, marks);
  }

  /** Inserts a node into wires of the same source, with a single wire to it. */
  public Network insert(int id, List<Wire> bundle) {
    Network result = insert(id, bundle.get(0));
    for (Wire wire : bundle.subList(1, bundle.size())) {
      result = result.lead(wire, id);
    }
    return result;
  }

  /** Inserts a node into a wire, which keeps its index among the inputs of its target. */
  public Network insert(int id, Wire wire) {
    List<Wire> all = new ArrayList<>();
    for (Wire old : wires) {
      if (old.equals(wire)) {
        all.add(new Wire(wire.from(), id));
        all.add(new Wire(id, wire.to()));
      } else {
        all.add(old);
      }
    }
    return new Network(nodes, all, nextId, marks.joined(id, wire));
  }

  public Network unwire(int from, int to) {
    return new Network(nodes, wires.stream().filter(wire -> !wire.equals(new Wire(from, to))).toList(), nextId, marks);
  }

  /** Removes nodes with their wires. A node with one input and one output is bypassed, so that a chain stays connected. */
  public Network remove(Collection<Integer> ids) {
    Network result = this;
    for (int id : ids) {
      result = result.remove(id);
    }
    return result;
  }

  private Network remove(int id) {
    List<Node> before = sources(id);
    List<Node> after = targets(id);
    List<Wire> rest = new ArrayList<>();
    for (Wire wire : wires) {
      if (before.size() == 1 && wire.from() == id) {
        Wire joined = new Wire(before.get(0).id(), wire.to());
        if (!wires.contains(joined)) {
          rest.add(joined);
        }
      } else if (wire.from() != id && !(wire.to() == id)) {
        rest.add(wire);
      }
    }
    List<Node> fewer = new ArrayList<>();
    int heir = nodes.stream().filter(n -> n.id() != id && n.weights() == id).mapToInt(Node::id).findFirst().orElse(0);
    for (Node node : nodes) {
      if (node.id() != id) {
        fewer.add(node.weights() == id ? node.withWeightsOf(heir) : node);
      }
    }
    return new Network(fewer, after.isEmpty() && before.isEmpty() ? wires : rest, nextId, marks);
  }

  /** Changes one node; nodes that share its weights get the same layer. */
  public Network with(int id, UnaryOperator<Node> change) {
    Node old = node(id);
    Node changed = change.apply(old);
    List<Node> all = new ArrayList<>();
    for (Node node : nodes) {
      boolean twin = node.weights() == old.weights() && !changed.layer().equals(old.layer());
      all.add(node.id() == id ? changed : twin ? node.withLayer(changed.layer()) : node);
    }
    return new Network(all, wires, nextId, marks);
  }

  public boolean leads(int from, int to) {
    Set<Integer> seen = new HashSet<>();
    List<Integer> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      int id = open.remove(open.size() - 1);
      if (id == to) {
        return true;
      }
      if (seen.add(id)) {
        wires.stream().filter(wire -> wire.from() == id).forEach(wire -> open.add(wire.to()));
      }
    }
    return false;
  }

  /** The first unused name among prefix_1, prefix_2, …. */
  public String freeName(String prefix) {
    int number = 1;
    while (named(prefix + "_" + number).isPresent()) {
      number++;
    }
    return prefix + "_" + number;
  }

  public Analysis analyse() {
    return Analysis.of(this);
  }

  /** What determines the computation: ancestors of the loss, without positions and names. */
  public List<Object> computed() {
    Set<Integer> used = new HashSet<>();
    outputs().forEach(output -> nodes().stream().map(Node::id).filter(id -> leads(id, output.id())).forEach(used::add));
    List<Node> found = nodes().stream().filter(node -> used.contains(node.id())).map(node -> node.withName("").movedTo(0, 0)).toList();
    return List.of(found, wires().stream().filter(wire -> used.contains(wire.to())).toList());
  }
}
