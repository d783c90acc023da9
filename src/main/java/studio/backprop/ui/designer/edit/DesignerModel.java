package studio.backprop.ui.designer.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Note;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.network.block.StandardBlock;
import studio.backprop.network.repair.Repair;
import studio.backprop.ui.designer.edit.PlaceLayer.Ghost;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.document.Mender;

/** What is seen, selected and under way on the canvas, and what can be done with it. */
public final class DesignerModel implements Mender {
  /** The zoom below which nodes show less. */
  private static final double READABLE = 0.6;

  private final DocumentModel document;
  private final Camera camera = new Camera();
  private final CanvasPlaces places = new CanvasPlaces(this, CanvasPlaces.Drift.NONE);
  private final Edits edits;
  private final Clipboard clipboard;
  private final Notes notes;
  private final Groups groups = new Groups(this);
  private final Units units = new Units(this);
  private final StringProperty reading = new SimpleStringProperty(this, "reading", "");
  private final Proportions proportions = new Proportions(this);
  private final Hand hand = new Hand();
  private final Mending mending;
  private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.STRUCTURE);
  private final BooleanProperty map = new SimpleBooleanProperty(this, "map", true);
  private final ReadOnlyObjectWrapper<Optional<Wire>> selectedWire = new ReadOnlyObjectWrapper<>(this, "selectedWire", Optional.empty());
  private List<Block> ownBlocks = List.of();
  private Consumer<OwnBlock> keepBlock = block -> {};
  private final ReadOnlyObjectWrapper<Optional<Integer>> lookedAt = new ReadOnlyObjectWrapper<>(this, "lookedAt", Optional.empty());
  private final ReadOnlyObjectWrapper<Set<Integer>> ailing = new ReadOnlyObjectWrapper<>(this, "ailing", Set.of());
  private Runnable askDoctor = () -> {};

  public DesignerModel(DocumentModel document) {
    this(document, new CopiedNodes());
  }

  /** @param copied what is copied in any window */
  public DesignerModel(DocumentModel document, CopiedNodes copied) {
    this.document = document;
    this.edits = new Edits(this);
    this.clipboard = new Clipboard(this, copied);
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
    notes = new Notes(this);
    mending = new Mending(this);
  }

  // --- what there is to see

  public DocumentModel document() {
    return document;
  }

  public Network network() {
    return document.network();
  }

  public Camera camera() {
    return camera;
  }

  public CanvasPlaces places() {
    return places;
  }

  public Edits edits() {
    return edits;
  }

  public Clipboard clipboard() {
    return clipboard;
  }

  public Groups groups() {
    return groups;
  }

  /** Which nodes are opened into their units. */
  public Units units() {
    return units;
  }

  /** What is said of the number under the mouse, in a line of its own; empty while there is none. */
  public StringProperty readingProperty() {
    return reading;
  }

  /** How high and how far apart nodes are drawn. */
  public Proportions proportions() {
    return proportions;
  }

  public Notes notes() {
    return notes;
  }

  /** What the mouse is about, and what it shows while it is. */
  public Hand hand() {
    return hand;
  }

  /** The problem in hand and what can be done about it. */
  public Mending mending() {
    return mending;
  }

  /** Leads to a problem and offers what can be done. */
  public void show(Problem problem) {
    mending.ask(problem);
  }

  /** Without another wish, the canvas shows what the first repair of the open card would do. */
  @Override
  public void preview(Optional<Repair> repair) {
    mending.preview(repair.or(() -> mending.repairs().stream().findFirst()));
  }

  @Override
  public void mend(Repair repair) {
    mending.mend(repair);
  }

  public ObjectProperty<Lens> lensProperty() {
    return lens;
  }

  public Lens lens() {
    return lens.get();
  }

  /** Whether large networks have a map of their own in the corner. */
  public BooleanProperty mapProperty() {
    return map;
  }

  /** The one selected wire. Either nodes are selected or a wire. */
  public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
    return selectedWire.getReadOnlyProperty();
  }

  /** The node under the mouse or with the keys' focus. */
  public ReadOnlyObjectProperty<Optional<Integer>> lookedAtProperty() {
    return lookedAt.getReadOnlyProperty();
  }

  public void lookAt(Optional<Integer> node) {
    lookedAt.set(node);
  }

  /** The nodes whose training is not well, by their ids. */
  public ReadOnlyObjectProperty<Set<Integer>> ailingProperty() {
    return ailing.getReadOnlyProperty();
  }

  public void ail(Set<Integer> nodes) {
    ailing.set(Set.copyOf(nodes));
  }

  /** What a click on the sign of an ailing node does. */
  public void onAskDoctor(Runnable action) {
    askDoctor = action;
  }

  public void askDoctor() {
    askDoctor.run();
  }

  /** What is wrong at a node, the first to be mended first. */
  public List<Problem> problems(int node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node).toList();
  }

  /** The same with what is only probably not meant. */
  public List<Problem> findings(int node) {
    return document.findings().stream().filter(problem -> problem.node() == node).toList();
  }

  /** Whether a wire leads to an input that cannot take what it brings. */
  public boolean wrong(Wire wire) {
    return document.analysis().shape(wire.from()).isPresent()
        && problems(wire.to()).stream().anyMatch(problem -> problem.place() == Problem.Place.INPUT)
        && network().sources(wire.to()).size() >= network().node(wire.to()).layer().arity().min();
  }

  /** Whether something on the canvas waits for an answer, which Escape gives up first. */
  public boolean isAsking() {
    return hand.conversationProperty().get().isPresent() || hand.refusalProperty().get().isPresent() || mending.offered().isPresent();
  }

  /** Closes one thing: what is being drawn, a sentence, the selection. @return whether there was any */
  public boolean escape() {
    if (hand.conversationProperty().get().isPresent()) {
      hand.cancel();
    } else if (hand.refusalProperty().get().isPresent()) {
      hand.refuse(Optional.empty());
    } else if (!mending.close()) {
      return clearSelection();
    }
    return true;
  }

  // --- selection

  public void select(int node) {
    mending.placed(Optional.empty());
    notes.add(Set.of());
    document.select(Set.of(node));
  }

  void selectPlaced(int node) {
    mending.placed(Optional.of(node));
    notes.add(Set.of());
    document.select(Set.of(node));
  }

  /** Selects a node and brings it into sight. */
  public void show(int node) {
    select(node);
    revealSelection();
  }

  /** Adds a node to the selection, or takes it out. */
  public void toggle(int node) {
    Set<Integer> changed = new TreeSet<>(document.selection());
    if (!changed.remove(node)) {
      changed.add(node);
    }
    document.select(changed);
  }

  public void select(Wire wire) {
    clearSelection();
    selectedWire.set(Optional.of(wire));
  }

  /** Nothing is selected any more. @return whether something was */
  public boolean clearSelection() {
    boolean selected = !document.selection().isEmpty() || !notes.selected().isEmpty() || selectedWire.get().isPresent();
    document.select(Set.of());
    notes.add(Set.of());
    selectedWire.set(Optional.empty());
    return selected;
  }

  public void selectAll() {
    document.select(network().nodes().stream().map(Node::id).collect(Collectors.toSet()));
    notes.add(network().marks().notes().stream().map(Note::id).collect(Collectors.toSet()));
  }

  // --- edits

  /** Besides the blocks of the program, these are offered: a person's own. */
  public void offer(ObservableValue<? extends List<? extends Block>> own) {
    own.subscribe(blocks -> ownBlocks = List.copyOf(blocks));
  }

  List<Block> blocks() {
    return Stream.concat(Stream.of(StandardBlock.values()), ownBlocks.stream()).toList();
  }

  /** How a person's own block is kept. */
  public void onKeepBlock(Consumer<OwnBlock> keep) {
    keepBlock = keep;
  }

  void keep(OwnBlock block) {
    keepBlock.accept(block);
  }

  /** Adds a layer after the selected node, or at the end of the chain; see {@link Growth}. */
  public void addAfterSelection(LayerType type) {
    hand.refuse(Optional.empty());
    new Growth(this).add(type);
  }

  /** The same with several layers at once. */
  public void addAfterSelection(Block block) {
    hand.refuse(Optional.empty());
    new BlockGrowth(this).add(block);
  }

  void place(Ghost ghost) {
    ghost.block().ifPresentOrElse(
        block -> new BlockGrowth(this).add(block, ghost.into(), ghost.after(), ghost.box().x(), ghost.box().y()),
        () -> new Growth(this).place(ghost));
  }

  /** Takes what is selected away: nodes and notes, or the selected wire. */
  public void removeSelection() {
    selectedWire.get().ifPresent(edits::remove);
    edits.remove("edit.remove");
  }

  /** Puts the nodes in columns and rows, and shows them all. */
  public void tidy() {
    if (!network().nodes().isEmpty()) {
      edits.tidy();
      showAll();
    }
  }

  // --- the view

  /** Flies to where the whole network is in sight. */
  public void showAll() {
    camera.fly(this::fit);
  }

  /** Flies there only if a part of it is out of sight. */
  public void showAllIfHidden() {
    if (!network().nodes().isEmpty() && !camera.sees(places.all())) {
      showAll();
    }
  }

  /** Shows the whole network at once. */
  public void fit() {
    if (network().nodes().isEmpty() && network().marks().isEmpty()) {
      camera.reset();
    } else {
      camera.fit(places.all());
    }
  }

  /** Comes close to the next node along the flow of the data, or to the one before, and selects it: the way of a presentation. */
  public void comeClose(int by) {
    List<Integer> order = document.analysis().order().stream().map(Node::id).toList();
    if (!order.isEmpty()) {
      int at = document.selectedNode().map(order::indexOf).orElse(by > 0 ? -1 : order.size());
      int node = order.get(Math.max(0, Math.min(order.size() - 1, at + by)));
      select(node);
      camera.fly(() -> camera.fit(places.box(network().node(node))));
    }
  }

  /** Brings the selected nodes into sight. */
  void revealSelection() {
    List<Box> boxes = document.selection().stream().map(network()::node).map(places::box).toList();
    Box.around(boxes).ifPresent(box -> camera.fly(camera.untouched() ? this::fit : () -> camera.reveal(box)));
  }

  /** Brings a node into sight: by making room for all, where nobody chose another view and it stays readable, else by panning. */
  public void reveal(int node) {
    Box box = places.box(network().node(node));
    boolean refits = !camera.sees(box) && camera.untouched() && camera.zoomToFit(places.all()) >= READABLE;
    camera.fly(refits ? this::fit : () -> camera.reveal(box));
  }
}
