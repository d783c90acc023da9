package studio.backprop.ui.design.designer.edit;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.FittingLayer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;

/** Placement and wiring of new layers: a network mostly grows as a chain. */
public final class Growth {
  private static final double FIRST_X = 40;
  private static final double FIRST_Y = 140;
  /** Snapping distance to the natural place. */
  private static final double PULL = 60;

  private final CanvasState canvas;
  private final Groups groups;
  private final CanvasPlaces places;
  private final CameraMoves moves;

  Growth(CanvasState canvas, Groups groups, CanvasPlaces places, CameraMoves moves) {
    this.canvas = canvas;
    this.groups = groups;
    this.places = places;
    this.moves = moves;
  }

  private Network network() {
    return canvas.network();
  }

  /** Whether a layer can be inserted into a wire. */
  static boolean fitsWithin(Layer layer) {
    return layer.arity().min() == 1 && !layer.isOutput();
  }

  /**
   * Adds a layer after the selected node, or at the end of the chain before its loss. If the chain goes on with a single node, the layer is
   * inserted between. Selects the new node, so that the next one follows it.
   */
  void add(LayerType type) {
    Optional<Node> anchor = type.fresh().arity().equals(Arity.NONE) ? Optional.empty() : anchor(type.fresh());
    Layer layer = canvas.document().fresh(type, anchor.map(Node::id));
    Optional<Wire> into = anchor.flatMap(node -> onlyWireFrom(node, layer));
    Box place = anchor.map(node -> after(node, layer)).orElseGet(() -> beginning(layer));
    boolean pushes = into.isPresent();
    add(type, layer, pushes ? place : free(place), wiring(into, anchor.map(Node::id), place));
  }

  /** Predecessor of the new node. A loss ends the chain: additions go before it. */
  Optional<Node> anchor(Layer layer) {
    Optional<Node> last = canvas.document().selectedNode()
        .or(() -> groups.selected().map(groups::exit))
        .map(network()::node)
        .or(this::lastOfChain);
    if (last.isPresent() && last.get().layer().isOutput() && !layer.isOutput()) {
      return network().sources(last.get().id()).stream().findFirst();
    }
    return last;
  }

  private Optional<Node> lastOfChain() {
    List<Node> order = canvas.analysis().order();
    return order.stream().filter(node -> !node.layer().isOutput()).reduce((first, second) -> second);
  }

  Optional<Wire> onlyWireFrom(Node node, Layer layer) {
    List<Node> targets = network().targets(node.id());
    boolean between = targets.size() == 1 && Growth.fitsWithin(layer);
    return between ? Optional.of(new Wire(node.id(), targets.get(0).id())) : Optional.empty();
  }

  /** Right after a node, in its row. */
  Box after(Node node, Layer layer) {
    Box box = places.box(node);
    double x = Anatomy.snapUp(box.right() + Anatomy.GAP);
    return new Box(x, box.y(), Anatomy.width(layer), Anatomy.height(layer, canvas.lens()));
  }

  /** Snaps a layer to the row of its predecessor and, if it would overlap the next node, right behind it. */
  Box drawn(Box box, Node node, Layer layer, Optional<Wire> into) {
    Box behind = after(node, layer);
    boolean tooFar = into.isPresent() && box.right() + Anatomy.GAP > places.inX(network().node(into.get().to()));
    boolean near = box.x() < behind.x() + PULL || tooFar;
    double y = Math.abs(box.y() - behind.y()) < PULL ? behind.y() : box.y();
    return new Box(near ? behind.x() : box.x(), y, box.width(), box.height());
  }

  /** A node without a source begins a new chain below the others. */
  Box beginning(Layer layer) {
    Optional<Box> all = Box.around(network().nodes().stream().map(places::box).toList());
    double width = Anatomy.width(layer);
    double height = Anatomy.height(layer, canvas.lens());
    return all.map(box -> new Box(box.x(), Anatomy.snapUp(box.bottom() + 2 * Anatomy.GRID), width, height))
        .orElse(new Box(FIRST_X, FIRST_Y, width, height));
  }

  /** First free place at or below a box. */
  Box free(Box wanted) {
    Box place = wanted;
    while (touchesAny(place)) {
      place = place.moved(0, Anatomy.GRID);
    }
    return place;
  }

  /** The same for nodes that will have a frame. */
  Box freeFramed(Box wanted) {
    double top = Anatomy.FRAME_LABELS + Anatomy.FRAME_TITLE;
    double side = Anatomy.FRAME_SIDE;
    Box frame = new Box(wanted.x() - side, wanted.y() - top, wanted.width() + 2 * side, wanted.height() + top + side);
    Box free = free(frame);
    return wanted.moved(free.x() - frame.x(), free.y() - frame.y());
  }

  private boolean touchesAny(Box place) {
    Box around = place.grown(Anatomy.GRID / 2 - 2); // a node right behind a frame touches it not yet
    return network().nodes().stream().anyMatch(node -> places.box(node).touches(around))
        || groups.shown().stream().anyMatch(group -> places.frame(group).touches(around))
        || network().marks().notes().stream().anyMatch(note -> places.box(note).touches(around));
  }

  void within(LayerType type, Wire wire) {
    place(ghostWithin(type, wire));
  }

  Ghost ghostWithin(LayerType type, Wire wire) {
    Node from = network().node(wire.from());
    Layer layer = canvas.document().fresh(type, Optional.of(wire.from()));
    return new Ghost(type, layer, after(from, layer), Optional.of(wire), Optional.empty());
  }

  /** Adds a layer dragged from the palette. */
  void place(Ghost ghost) {
    add(ghost.type(), ghost.layer(), ghost.box(), wiring(ghost.into(), ghost.after(), ghost.box()));
  }

  /** Adds a layer at the loose end of a wire. Before an occupied input, the old source feeds the new layer. */
  void atLooseEnd(FittingLayer fitting, Optional<Draft> wire, double x, double y) {
    Layer layer = fitting.layer();
    boolean backward = wire.filter(draft -> !draft.forward()).isPresent();
    double width = Anatomy.width(layer);
    Box wanted = new Box(Anatomy.snap(backward ? x - width : x), Anatomy.snap(y - Anatomy.PORT_Y), width,
        Anatomy.height(layer, canvas.lens()));
    int added = network().nextId();
    add(fitting.type(), layer, free(wanted), old -> wire.map(draft -> wired(old, draft, added)).orElse(old));
  }

  private Network wired(Network grown, Draft draft, int added) {
    int node = draft.node();
    if (draft.forward()) {
      return grown.wire(node, added);
    }
    boolean takesOver = Growth.fitsWithin(grown.node(added).layer()) && grown.node(node).layer().arity().max() == 1;
    Optional<Wire> fed = grown.wires().stream().filter(wire -> wire.to() == node && takesOver).findFirst();
    return fed.map(wire -> grown.insert(added, groups.bundle(wire))).orElseGet(() -> Groups.wired(grown, added, node));
  }

  /** Inserts an existing node into a wire, and makes room for it. */
  Network through(Network old, int id, Wire into) {
    Node node = old.node(id);
    Box place = drawn(Anatomy.box(node, canvas.lens()), old.node(into.from()), node.layer(), Optional.of(into));
    return push(old.insert(id, groups.bundle(into)).with(id, n -> n.movedTo(place.x(), place.y())), into, place);
  }

  private UnaryOperator<Network> wiring(Optional<Wire> into, Optional<Integer> after, Box place) {
    int added = network().nextId();
    return old -> into.map(wire -> push(old.insert(added, groups.bundle(wire)), wire, place))
        .orElseGet(() -> after.map(node -> old.wire(node, added)).orElse(old));
  }

  private void add(LayerType type, Layer layer, Box place, UnaryOperator<Network> wiring) {
    int added = network().nextId();
    canvas.document().edit(Message.of("edit.add", type.title()), old -> wiring.apply(old.add(layer, place.x(), place.y())));
    canvas.selection().selectPlaced(added);
    moves.reveal(added);
  }

  /** Shift of the nodes after a wire while a node is held over it. */
  public Shift parting(Ghost ghost) {
    if (ghost.into().isEmpty()) {
      return Shift.NONE;
    }
    Wire into = ghost.into().get();
    return room(network(), into, drawn(ghost.box(), network().node(into.from()), ghost.layer(), ghost.into()));
  }

  /** Network with places for added nodes: each after its source, with the following ones moved on. */
  Network settled(Network changed) {
    Network result = changed;
    for (Node added : changed.nodes().stream().filter(node -> node.id() >= network().nextId() && node.x() == 0 && node.y() == 0)
        .toList()) {
      Optional<Node> source = result.sources(added.id()).stream().findFirst();
      Optional<Node> target = result.targets(added.id()).stream().findFirst();
      Box place = source.map(node -> after(node, added.layer())).or(() -> target.map(node -> before(node, added.layer())))
          .orElseGet(() -> beginning(added.layer()));
      boolean between = source.isPresent() && target.filter(node -> node.id() < network().nextId()).isPresent();
      Box free = between || source.filter(node -> node.id() >= network().nextId()).isPresent() ? place : free(place);
      result = result.with(added.id(), node -> node.movedTo(free.x(), free.y()));
      result = between ? push(result, new Wire(added.id(), target.get().id()), free) : result;
    }
    return result;
  }

  private Box before(Node node, Layer layer) {
    Box box = after(node, layer);
    return new Box(Anatomy.snap(node.x() - Anatomy.GAP - box.width()), node.y(), box.width(), box.height());
  }

  /** Shift of the existing nodes to make room for new ones. */
  public Shift way(Network changed) {
    Map<Integer, Double> ways = new TreeMap<>();
    network().nodes().forEach(node -> changed.find(node.id()).ifPresent(moved -> ways.put(node.id(), moved.x() - node.x())));
    ways.values().removeIf(dx -> dx <= 0);
    return ways.isEmpty() ? Shift.NONE : new Shift(ways.keySet(), Collections.max(ways.values()), 0);
  }

  /** Preview bounds of an added node: its place or, if that is not visible, below its source. */
  public Box ghost(Node node, Optional<Box> source) {
    Box usual = Anatomy.box(node, canvas.lens());
    Box place = new Box(usual.x(), usual.y(), usual.width(), Anatomy.height(node.layer(), places.height())); // as high as those beside it
    double step = place.height() + 2 * Anatomy.GRID;
    return canvas.camera().sees(place) ? place
        : Stream.of(-step, step).flatMap(dy -> source.map(box -> new Box(box.x(), box.y() + dy, place.width(), place.height())).stream())
            .filter(box -> !touchesAny(box) && canvas.camera().sees(box)).findFirst().orElse(place);
  }

  /** Moves everything after the new node to the right, as far as necessary. */
  static Network push(Network grown, Wire into, Box place) {
    Shift room = room(grown, into, place);
    Network result = grown;
    for (int id : room.nodes()) {
      result = result.with(id, node -> node.movedTo(node.x() + room.dx(), node.y()));
    }
    return result;
  }

  private static Shift room(Network grown, Wire into, Box place) {
    Set<Integer> behind = new TreeSet<>();
    grown.nodes().stream().filter(node -> grown.leads(into.to(), node.id())).forEach(node -> behind.add(node.id()));
    double first = behind.stream().map(grown::node).min(Comparator.comparingDouble(Node::x)).orElseThrow().x();
    double room = Anatomy.snapUp(place.right() + Anatomy.GAP) - first;
    return room > 0 ? new Shift(behind, room, 0) : Shift.NONE;
  }
}
