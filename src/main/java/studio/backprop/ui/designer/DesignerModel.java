package studio.backprop.ui.designer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Repair;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;
import studio.backprop.ui.designer.DrawWire.Draft;
import studio.backprop.ui.designer.MoveNodes.Shift;
import studio.backprop.ui.designer.PlaceLayer.Ghost;
import studio.backprop.ui.document.DocumentModel;

/** What is seen, selected and under way on the canvas, and what can be done with it. */
public final class DesignerModel {
  /** How far above a node a wire passes. */
  private static final double CLEARANCE = 44;
  /** The zoom below which nodes show less. */
  private static final double READABLE = 0.6;

  private final DocumentModel document;
  private final Camera camera = new Camera();
  private final Clipboard clipboard;
  private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.STRUCTURE);
  private final ReadOnlyObjectWrapper<Optional<Wire>> selectedWire = new ReadOnlyObjectWrapper<>(this, "selectedWire", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Conversation>> conversation =
      new ReadOnlyObjectWrapper<>(this, "conversation", Optional.empty());
  private final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(this, "shift", Shift.NONE);
  private final ReadOnlyObjectWrapper<Optional<Box>> frame = new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost = new ReadOnlyObjectWrapper<>(this, "ghost", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<Integer>> lookedAt = new ReadOnlyObjectWrapper<>(this, "lookedAt", Optional.empty());

  public DesignerModel(DocumentModel document) {
    this.document = document;
    this.clipboard = new Clipboard(this);
    document.selectionProperty().subscribe(nodes -> {
      if (!nodes.isEmpty()) {
        selectedWire.set(Optional.empty());
      }
    });
    document.projectProperty().subscribe(project -> {
      if (selectedWire.get().filter(wire -> !project.network().wires().contains(wire)).isPresent()) {
        selectedWire.set(Optional.empty());
      }
    });
  }

  // --- what there is to see

  DocumentModel document() {
    return document;
  }

  Network network() {
    return document.network();
  }

  Camera camera() {
    return camera;
  }

  Clipboard clipboard() {
    return clipboard;
  }

  public ObjectProperty<Lens> lensProperty() {
    return lens;
  }

  public Lens lens() {
    return lens.get();
  }

  /** The one selected wire. Either nodes are selected or a wire. */
  public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
    return selectedWire.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shift> shiftProperty() {
    return shift.getReadOnlyProperty();
  }

  Shift shift() {
    return shift.get();
  }

  void shift(Shift moved) {
    shift.set(moved);
  }

  ReadOnlyObjectProperty<Optional<Box>> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  void frame(Optional<Box> drawn) {
    frame.set(drawn);
  }

  ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  Optional<Draft> draft() {
    return draft.get();
  }

  void draft(Optional<Draft> drawn) {
    draft.set(drawn);
  }

  ReadOnlyObjectProperty<Optional<Ghost>> ghostProperty() {
    return ghost.getReadOnlyProperty();
  }

  Optional<Ghost> ghost() {
    return ghost.get();
  }

  void ghost(Optional<Ghost> brought) {
    ghost.set(brought);
  }

  /** Why the last wire was not drawn; empty again as soon as something else is done. */
  ReadOnlyObjectProperty<Optional<Problem>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  void refuse(Optional<Problem> problem) {
    refusal.set(problem);
  }

  /** The node under the mouse or with the keys' focus. */
  ReadOnlyObjectProperty<Optional<Integer>> lookedAtProperty() {
    return lookedAt.getReadOnlyProperty();
  }

  void lookAt(Optional<Integer> node) {
    lookedAt.set(node);
  }

  // --- where things are

  /** Where a node is drawn, also while it is being moved. */
  Box box(Node node) {
    return Anatomy.box(node, lens()).moved(shift().dxOf(node.id()), shift().dyOf(node.id()));
  }

  double inX(Node node) {
    return box(node).x();
  }

  double outX(Node node) {
    return box(node).right();
  }

  double portY(Node node) {
    return box(node).y() + Anatomy.PORT_Y;
  }

  /** The uppermost node that is at most so far away. */
  Optional<Integer> nodeNear(double x, double y, double reach) {
    Box here = new Box(x, y, 0, 0).grown(reach);
    return network().nodes().stream().filter(node -> box(node).touches(here)).reduce((below, above) -> above).map(Node::id);
  }

  /** The nearest wire that is at most so far away. */
  Optional<Wire> wireNear(double x, double y, double reach) {
    return network().wires().stream()
        .filter(wire -> curve(wire).distance(x, y) <= reach)
        .min(Comparator.comparingDouble(wire -> curve(wire).distance(x, y)));
  }

  WireCurve curve(Wire wire) {
    Node from = network().node(wire.from());
    Node to = network().node(wire.to());
    return new WireCurve(outX(from), portY(from), inX(to), portY(to), peak(from, to));
  }

  /** How high a wire must rise to pass over the nodes that stand between its ends; 0 where none does. */
  private double peak(Node from, Node to) {
    Box way = Box.between(outX(from), portY(from), inX(to), portY(to));
    if (inX(to) < outX(from) || way.height() > Anatomy.PORT_Y) {
      return 0;
    }
    OptionalDouble top = network().nodes().stream()
        .filter(node -> node.id() != from.id() && node.id() != to.id())
        .map(this::box)
        .filter(way::touches)
        .mapToDouble(Box::y)
        .min();
    return top.isPresent() ? Math.max(0, way.centerY() - top.getAsDouble() + CLEARANCE) : 0;
  }

  /** What is wrong at a node, the first to be mended first. */
  List<Problem> problems(int node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node).toList();
  }

  /** The problem whose repairs are offered: that of the selected node, or at the end of the selected wire. */
  Optional<Problem> offered() {
    Optional<Integer> node = selectedWire.get().filter(this::wrong).map(Wire::to).or(document::selectedNode);
    return node.flatMap(id -> problems(id).stream().findFirst());
  }

  List<Repair> repairs() {
    return offered().map(problem -> Repair.of(network(), problem)).orElse(List.of());
  }

  /** Whether a wire leads to an input that cannot take what it brings. */
  boolean wrong(Wire wire) {
    return document.analysis().shape(wire.from()).isPresent()
        && problems(wire.to()).stream().anyMatch(problem -> problem.place() == Problem.Place.INPUT)
        && network().sources(wire.to()).size() >= network().node(wire.to()).layer().arity().min();
  }

  // --- conversations of the mouse

  /** What the mouse is about, if anything. */
  ReadOnlyObjectProperty<Optional<Conversation>> conversationProperty() {
    return conversation.getReadOnlyProperty();
  }

  void begin(Conversation begun) {
    cancel();
    refuse(Optional.empty());
    conversation.set(Optional.of(begun));
  }

  void moveTo(double x, double y) {
    conversation.get().ifPresent(c -> c.move(x, y));
  }

  void commit() {
    Optional<Conversation> ending = conversation.get();
    conversation.set(Optional.empty());
    ending.ifPresent(Conversation::commit);
  }

  /** Ends what the mouse was about without a trace. */
  void cancel() {
    Optional<Conversation> ending = conversation.get();
    conversation.set(Optional.empty());
    ending.ifPresent(Conversation::cancel);
  }

  /** Closes one thing: what is being drawn, a sentence, the selection. */
  void escape() {
    if (conversation.get().isPresent()) {
      cancel();
    } else if (refusal.get().isPresent()) {
      refuse(Optional.empty());
    } else {
      clearSelection();
    }
  }

  // --- selection

  void select(int node) {
    document.select(Set.of(node));
  }

  /** Adds a node to the selection, or takes it out. */
  void toggle(int node) {
    Set<Integer> changed = new java.util.TreeSet<>(document.selection());
    if (!changed.remove(node)) {
      changed.add(node);
    }
    document.select(changed);
  }

  void select(Wire wire) {
    document.select(Set.of());
    selectedWire.set(Optional.of(wire));
  }

  void clearSelection() {
    document.select(Set.of());
    selectedWire.set(Optional.empty());
  }

  void selectAll() {
    document.select(network().nodes().stream().map(Node::id).collect(Collectors.toSet()));
  }

  // --- edits

  /** Adds a layer after the selected node, or at the end of the chain; see {@link Growth}. */
  public void addAfterSelection(LayerType type) {
    refuse(Optional.empty());
    new Growth(this).add(type);
  }

  void place(Ghost ghost) {
    Growth growth = new Growth(this);
    growth.place(ghost);
  }

  void moveNodes(Shift moved) {
    document.edit(Message.of("edit.move"), network -> {
      Network result = network;
      for (int id : moved.nodes()) {
        result = result.with(id, node -> node.movedTo(node.x() + moved.dx(), node.y() + moved.dy()));
      }
      return result;
    });
  }

  /** Moves the selected nodes by keys; steps in a row are one edit. */
  void nudge(double dx, double dy) {
    Set<Integer> nodes = document.selection();
    document.edit(Message.of("edit.move"), "nudge" + nodes, network -> {
      Network result = network;
      for (int id : nodes) {
        result = result.with(id, node -> node.movedTo(node.x() + dx, node.y() + dy));
      }
      return result;
    });
  }

  void drawWire(Wire wire) {
    document.edit(Message.of("edit.wire", network().node(wire.from()).title(), network().node(wire.to()).title()),
        network -> network.wire(wire.from(), wire.to()));
  }

  void remove(Wire wire) {
    document.edit(Message.of("edit.unwire"), network -> network.unwire(wire.from(), wire.to()));
  }

  void mend(Repair repair) {
    preview(Optional.empty());
    Wire wire = repair.wire();
    if (repair.layer().isPresent()) {
      new Growth(this).within(repair.layer().get(), wire);
    } else if (repair.draws()) {
      drawWire(wire);
    } else {
      remove(wire);
    }
  }

  /** Shows what a repair would do. */
  void preview(Optional<Repair> repair) {
    ghost(repair.filter(r -> r.layer().isPresent()).map(r -> new Growth(this).ghostWithin(r.layer().get(), r.wire())));
  }

  /** Takes the selected nodes away, or the selected wire. */
  public void removeSelection() {
    selectedWire.get().ifPresent(this::remove);
    removeNodes(document.selection(), "edit.remove");
  }

  void removeNodes(Collection<Integer> nodes, String edit) {
    if (!nodes.isEmpty()) {
      document.edit(Message.of(edit, nodes.size()), network -> network.remove(nodes));
    }
  }

  /** Places a node beside another that uses the same weights. */
  void useAgain(int node) {
    Node first = network().node(node);
    int added = network().nextId();
    Box place = new Growth(this).free(box(first).moved(0, box(first).height() + 2 * Anatomy.GRID));
    document.edit(Message.of("edit.share", first.title()), network -> network.addShared(node, place.x(), place.y()));
    select(added);
  }

  /** Gives a node another name, or says why it cannot have it. */
  Optional<Message> rename(int node, String name) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      return Optional.of(Message.of("rename.empty"));
    }
    Optional<Node> owner = network().named(wanted);
    if (owner.filter(other -> other.id() != node).isPresent()) {
      return Optional.of(Message.of("rename.taken", wanted));
    }
    document.edit(Message.of("edit.rename", wanted), network -> network.with(node, n -> n.withName(wanted)));
    return Optional.empty();
  }

  /** Puts the nodes in columns and rows. */
  public void tidy() {
    Box.around(network().nodes().stream().map(this::box).toList()).ifPresent(box -> document.edit(Message.of("edit.tidy"),
        network -> new Tidy(network, network.analyse().order()).tidied(Anatomy.snap(box.x()), Anatomy.snap(box.y()), lens())));
    fit();
  }

  // --- the view

  public void fit() {
    if (network().nodes().isEmpty()) {
      camera.reset();
    } else {
      camera.fit(all());
    }
  }

  /** Around all nodes and the labels over them. */
  private Box all() {
    Box box = Box.around(network().nodes().stream().map(this::box).toList()).orElseThrow();
    return new Box(box.x(), box.y() - 2 * Anatomy.GRID, box.width(), box.height() + 3 * Anatomy.GRID);
  }

  /** Brings a node into sight: by making room for all, where nobody chose another view and it stays readable, else by panning. */
  void reveal(int node) {
    Box box = box(network().node(node));
    if (!camera.sees(box) && camera.untouched() && camera.zoomToFit(all()) >= READABLE) {
      fit();
    } else {
      camera.reveal(box);
    }
  }
}
