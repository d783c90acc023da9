package studio.backprop.ui.designer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.train.Fault;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.designer.edit.BackwardSweep;
import studio.backprop.ui.designer.edit.Box;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.designer.edit.DesignerModel;
import studio.backprop.ui.designer.edit.Detail;
import studio.backprop.ui.designer.edit.DrawWire;
import studio.backprop.ui.designer.edit.Growth;
import studio.backprop.ui.designer.edit.MoveNodes.Shift;
import studio.backprop.ui.designer.edit.PlaceLayer;
import studio.backprop.ui.designer.edit.PortView;
import studio.backprop.ui.designer.edit.Wording;
import studio.backprop.ui.designer.node.NodeView;
import studio.backprop.ui.designer.note.GroupLayer;
import studio.backprop.ui.designer.note.NoteField;
import studio.backprop.ui.designer.note.NoteLayer;
import studio.backprop.ui.designer.wire.DraftView;
import studio.backprop.ui.designer.wire.WireView;
import studio.backprop.ui.kit.Motion;

/** The network itself: nodes and wires in one pane that zooms. It follows the document by the ids of nodes. */
final class CanvasView extends Pane {
  private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");
  private final CanvasDesk desk;
  private final DesignerModel model;
  private final Wording wording;
  private final Pane world = new Pane();
  private final Pane wireLayer = layer();
  private final Pane nodeLayer = layer();
  private final Pane labelLayer = layer();
  private final Pane drawing = layer();
  private final Map<Integer, NodeView> nodes = new LinkedHashMap<>();
  private final Map<Wire, WireView> wires = new HashMap<>();
  private final Rectangle frame = new Rectangle();
  private final NoteLayer notes;
  private final Pane frameLayer = layer();
  private final Pane boxLayer = layer();
  private final GroupLayer groups;
  private PreviewView preview;
  private final WayView way;
  private RenameField rename;
  private Detail detail = Detail.FULL;
  private int letters = Detail.USUAL;
  /** How much height a node has needed since another network or lens is seen: while it learns, nodes do not become lower. */
  private double most;
  private Network shownNetwork;
  private List<Problem> shownProblems = List.of();

  CanvasView(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.model = desk.model();
    this.wording = wording;
    this.notes = new NoteLayer(desk);
    this.groups = new GroupLayer(desk, wording, frameLayer, boxLayer);
    this.way = new WayView(desk, this);
    getStyleClass().add("designer-canvas");
    accessibleTextProperty().bind(desk.lang().bind("designer.name"));
    build();
    bind();
  }

  private static Pane layer() {
    Pane layer = new Pane();
    layer.setPickOnBounds(false);
    layer.setManaged(false);
    return layer;
  }

  private void build() {
    Flight seen = new Flight(model.camera(), desk.motion());
    DotGrid dots = new DotGrid(seen, desk.theme().paletteProperty());
    dots.prefWidthProperty().bind(widthProperty());
    dots.prefHeightProperty().bind(heightProperty());
    Translate offset = new Translate();
    offset.xProperty().bind(seen.offsetXProperty());
    offset.yProperty().bind(seen.offsetYProperty());
    Scale scale = new Scale();
    scale.xProperty().bind(seen.zoomProperty());
    scale.yProperty().bind(seen.zoomProperty());
    world.getTransforms().addAll(offset, scale);
    world.setManaged(false);
    world.setPickOnBounds(false);
    frame.getStyleClass().add("marquee");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    rename = new RenameField(desk, this::focusSelected);
    drawing.getChildren().addAll(frameLayer, notes, wireLayer, way.ribbons(), nodeLayer, boxLayer, labelLayer, way);
    preview = new PreviewView(desk, wording);
    world.getChildren().addAll(
        drawing, new GhostView(desk), preview, new CopiesView(desk), new DraftView(desk), frame, rename,
        new NoteField(desk, notes));
    getChildren().addAll(dots, world);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  private void bind() {
    model.document().projectProperty().subscribe(project -> follow());
    desk.lang().textsProperty().subscribe(texts -> showAll());
    desk.theme().paletteProperty().subscribe(palette -> nodes.values().forEach(NodeView::redraw));
    model.lensProperty().subscribe((before, lens) -> showAll());
    model.hand().shiftProperty().subscribe(shift -> placeAll());
    desk.glide().leftProperty().subscribe(left -> placeAll());
    desk.glide().partedProperty().subscribe(parted -> placeAll());
    model.document().openingsProperty().subscribe(desk.glide()::end);
    model.document().selectionProperty().subscribe(this::showSelection);
    model.selectedWireProperty().subscribe(this::showSelectedWire);
    model.lookedAtProperty().subscribe(looked -> nodes.forEach((id, view) -> view.showLooked(looked.filter(id::equals).isPresent())));
    desk.focus().unit().unitProperty().subscribe((before, now) -> nodes.values().forEach(NodeView::showPointed));
    desk.focus().cell().influenceProperty().subscribe((before, now) -> {
      nodes.values().forEach(NodeView::showInfluence);
      wires.values().forEach(WireView::showPointed);
    });
    desk.focus().followed().pointedProperty().subscribe(
        (before, now) -> light(now.stream().map(Subject::node).collect(Collectors.toSet())));
    model.hand().ghostProperty().subscribe(this::showGhost);
    model.mending().previewProperty().subscribe(this::showPreview);
    model.hand().frameProperty().subscribe(this::showFrame);
    model.hand().draftProperty().subscribe(this::showDraft);
    model.camera().zoomProperty().subscribe(zoom -> {
      showDetail(Detail.of(zoom.doubleValue()));
      showLetters(Detail.letters(zoom.doubleValue()));
    });
    desk.run().statusProperty().subscribe(status -> showHealth());
    model.ailingProperty().subscribe(ailing -> showHealth());
  }

  /** Another learning rate, say, changes nothing here. */
  private void follow() {
    List<Problem> problems = model.document().findings();
    if (model.network() != shownNetwork || !problems.equals(shownProblems)) {
      shownNetwork = model.network();
      shownProblems = problems;
      showNetwork();
    }
  }

  /** Adds, drops and refreshes views until they are the document's nodes and wires. */
  private void showNetwork() {
    Network network = model.network();
    Map<Integer, Point2D> ways = ways(network);
    nodes.entrySet().removeIf(drawn -> network.find(drawn.getKey()).filter(drawn.getValue()::draws).isEmpty());
    wires.keySet().removeIf(wire -> !network.wires().contains(wire));
    boolean growing = !nodes.isEmpty();
    network.nodes().forEach(node -> nodes.computeIfAbsent(node.id(), id -> create(node, growing)));
    network.wires().forEach(wire -> wires.computeIfAbsent(wire, w -> new WireView(desk, wording, w)));
    boolean hadFocus = getScene() != null && owner(getScene().getFocusOwner(), CanvasView.class).isPresent();
    nodeLayer.getChildren().setAll(nodes.values());
    wireLayer.getChildren().setAll(wires.values());
    labelLayer.getChildren().setAll(wires.values().stream().map(WireView::pill).toList());
    desk.glide().end();
    showAll();
    showSelection(model.document().selection());
    if (!ways.isEmpty()) {
      desk.glide().begin(ways);
    }
    if (hadFocus && owner(getScene().getFocusOwner(), CanvasView.class).isEmpty()) {
      requestFocus(); // the node that had it is gone, and keys must still be heard
    }
  }

  /** How far the nodes that an edit has moved are seen from where they belong now. */
  private Map<Integer, Point2D> ways(Network network) {
    Map<Integer, Point2D> ways = new HashMap<>();
    nodes.forEach((id, view) -> network.find(id).filter(node -> view.draws(node) && !model.hand().carried().contains(id))
        .ifPresent(node -> {
      Box box = model.places().box(node);
      Point2D way = new Point2D(view.getLayoutX() - box.x(), view.getLayoutY() - box.y());
      if (way.magnitude() > 1) {
        ways.put(id, way);
      }
    }));
    return ways;
  }

  private NodeView create(Node node, boolean fadesIn) {
    NodeView view = new NodeView(desk, wording, node);
    if (fadesIn) {
      view.setOpacity(0);
      desk.motion().move(view.opacityProperty(), 1.0, Motion.NODE);
    }
    return view;
  }

  private void showAll() {
    most = 0;
    for (Node node : model.network().nodes()) {
      if (nodes.containsKey(node.id())) {
        nodes.get(node.id()).show(node);
        nodes.get(node.id()).showDetail(detail);
        nodes.get(node.id()).showLetters(letters);
      }
    }
    groups.show();
    groups.showLetters(letters);
    wires.values().forEach(WireView::show);
    wires.values().forEach(view -> view.showLetters(letters));
    showHealth();
    requestLayout(); // labels know their size only with the styles of the window
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    nodeLayer.layout(); // wires and ways end where the nodes show their numbers
    wires.values().forEach(WireView::place);
    way.show();
  }

  /** What is written beside wires. */
  List<Box> wireWords() {
    return wires.values().stream().map(WireView::words).flatMap(Optional::stream).toList();
  }

  /** New numbers can move what shows them, and with it the way of the one that is followed. */
  void followNumbers() {
    if (!desk.focus().followed().wayProperty().get().isEmpty()) {
      requestLayout();
    }
  }

  /** What zooms and moves with the network. */
  Pane ground() {
    return world;
  }

  /** How much height is kept over the network for what is said of the way that is followed. */
  double roomOfWay() {
    return desk.focus().followed().wantedProperty().get() ? way.room() : 0;
  }

  /** How high nodes must be so that each shows all that it has. */
  double needed() {
    most = Math.max(most, nodes.values().stream().mapToDouble(NodeView::needed).max().orElse(0));
    return most;
  }

  /** Nodes are higher or lower now, or stand further apart. */
  void fitted() {
    nodes.values().forEach(NodeView::reopen);
    placeAll();
    preview.follow();
    requestLayout();
  }

  private void placeAll() {
    nodes.values().forEach(NodeView::place);
    groups.place();
    wires.values().forEach(WireView::place);
    way.show();
  }

  private void showSelection(Set<Integer> selection) {
    nodes.forEach((id, view) -> view.showSelected(selection.contains(id)));
    groups.showSelection(selection);
  }

  private void showSelectedWire(Optional<Wire> selected) {
    wires.forEach((wire, view) -> view.showSelected(selected.filter(wire::equals).isPresent()));
  }

  /** The wire that a layer will stand within steps back, and what it leads to makes way. */
  private void showGhost(Optional<PlaceLayer.Ghost> ghost) {
    Optional<Wire> into = ghost.flatMap(PlaceLayer.Ghost::into);
    wires.forEach((wire, view) -> view.stepBack(into.filter(wire::equals).isPresent()));
    desk.glide().part(ghost.map(held -> new Growth(model).parting(held)).orElse(Shift.NONE));
  }

  /** What a repair would take away steps back, and what stands in the way of new nodes makes room. */
  private void showPreview(Optional<Network> preview) {
    wires.forEach((wire, view) -> view.stepBack(preview.filter(after -> !after.wires().contains(wire)).isPresent()));
    nodes.forEach((id, view) -> view.stepBack(preview.filter(after -> after.find(id).isEmpty()).isPresent()));
    desk.glide().part(preview.map(after -> new Growth(model).way(after)).orElse(Shift.NONE));
  }

  private void showHealth() {
    Optional<Fault> fault = desk.run().statusProperty().get().fault();
    nodes.forEach((id, view) -> view.showHealth(fault.filter(f -> f.node() == id), model.ailingProperty().get().contains(id)));
    groups.showFault(fault);
  }

  private void showDetail(Detail shown) {
    if (shown != detail) {
      detail = shown;
      nodes.values().forEach(view -> view.showDetail(shown));
      groups.showDetail(shown);
      labelLayer.setVisible(shown != Detail.TINY);
      way.showLabels(shown != Detail.TINY);
    }
  }

  /** Letters keep their size on the screen where the network becomes smaller. */
  private void showLetters(int px) {
    if (px != letters) {
      letters = px;
      nodes.values().forEach(view -> view.showLetters(px));
      groups.showLetters(px);
      wires.values().forEach(view -> view.showLetters(px));
    }
  }

  private void showFrame(Optional<Box> drawn) {
    frame.setVisible(drawn.isPresent());
    drawn.ifPresent(box -> {
      frame.setX(box.x());
      frame.setY(box.y());
      frame.setWidth(box.width());
      frame.setHeight(box.height());
    });
  }

  private void showDraft(Optional<DrawWire.Draft> draft) {
    groups.showDraft(draft);
    nodes.forEach((id, view) -> {
      boolean begins = draft.filter(d -> d.node() == id).isPresent();
      boolean forward = draft.filter(DrawWire.Draft::forward).isPresent();
      boolean fits = draft.filter(d -> d.fitting().contains(id)).isPresent();
      boolean unfit = draft.filter(d -> d.target().filter(t -> t.equals(id)).isPresent() && d.objection().isPresent()).isPresent();
      PortView.Look far = unfit ? PortView.Look.UNFIT : fits ? PortView.Look.FITTING : PortView.Look.REST;
      PortView.Look near = begins ? PortView.Look.ACTIVE : PortView.Look.REST;
      view.in().show(forward ? far : near);
      view.out().show(forward ? near : far);
    });
  }

  /** The run is another one: what the nodes show of it is chosen anew. */
  void rebuildPanes() {
    nodes.values().forEach(NodeView::rebuildPane);
  }

  /** Brings what is in the window up to the newest state of training; the rest follows when it comes into sight. */
  void refresh() {
    double zoom = model.camera().zoom();
    refresh(new Box(model.camera().canvasX(0), model.camera().canvasY(0), getWidth() / zoom, getHeight() / zoom));
  }

  private void refresh(Box window) {
    double before = most;
    if (needed() > before && getParent() != null) {
      getParent().requestLayout(); // what they have to show is more now
    }
    nodes.values().stream().filter(view -> view.box().touches(window)).forEach(NodeView::refresh);
    wires.values().stream().filter(view -> view.box().touches(window)).forEach(WireView::measure);
  }

  /** Shows where the backward pass is. */
  void showSweep(BackwardSweep sweep) {
    wires.forEach((wire, view) -> view.showPulse(sweep.onWireInto(wire.to()), sweep.forward()));
    nodes.forEach((id, view) -> view.showSwept(sweep.in(id)));
    groups.showSweep(sweep);
  }

  Collection<WireView> wires() {
    return wires.values();
  }

  /** Lets a painter see the network as it is at full size, with nothing selected. */
  <T> T posed(Function<Parent, T> painter) {
    Detail seen = detail;
    int read = letters;
    desk.glide().end();
    showDetail(Detail.FULL);
    showLetters(Detail.USUAL);
    refresh(desk.places().all());
    groups.showButtons(false);
    showSelection(Set.of());
    notes.showSelection(Set.of());
    showSelectedWire(Optional.empty());
    drawing.applyCss();
    drawing.layout();
    wires.values().forEach(WireView::place);
    T painted = painter.apply(drawing);
    groups.showButtons(true);
    showDetail(seen);
    showLetters(read);
    showSelection(model.document().selection());
    notes.showSelection(model.notes().selected());
    showSelectedWire(model.selectedWireProperty().get());
    return painted;
  }

  /** Lets the person type another name for the selected group or node. */
  void rename() {
    model.groups().selected().ifPresentOrElse(rename::open, () -> model.document().selectedNode().map(model.network()::node)
        .ifPresent(rename::open));
  }

  /** Asks under which name the selected nodes shall be kept as a block. */
  void keepBlock() {
    List<Box> boxes = model.document().selection().stream().map(model.network()::node).map(model.places()::box).toList();
    Box.around(boxes).ifPresent(box -> rename.openForBlock(box, model.groups().selected().map(NodeGroup::name).orElse("")));
  }

  /** Folds or unfolds the selected groups and keeps the keys there. */
  void fold() {
    model.groups().fold();
    focusSelected();
  }

  /** Brings the keys to the selected node, or else to the canvas. */
  void focusSelected() {
    Optional<NodeGroup> group = model.groups().touched().stream()
        .filter(g -> g.folded() || model.groups().selected().filter(g::equals).isPresent()).findFirst();
    group.ifPresentOrElse(g -> groups.focus(g.id()),
        () -> model.document().selectedNode().map(nodes::get).ifPresentOrElse(NodeView::requestFocus, this::requestFocus));
  }

  /** Rings the numbers that somebody points at elsewhere, and lights up the wires between their nodes. */
  private void light(Set<Integer> lit) {
    nodes.values().forEach(NodeView::showFollowed);
    wires.forEach((wire, view) -> view.pseudoClassStateChanged(TERM, lit.contains(wire.from()) && lit.contains(wire.to())));
  }

  /** Marks the node of a factor that somebody points at elsewhere. */
  void ring(Optional<Integer> node) {
    nodes.forEach((id, view) -> view.pseudoClassStateChanged(TERM, node.filter(id::equals).isPresent()));
  }

  /** Where a number stands in the scene, if its node is seen. */
  Optional<Bounds> whereIs(Subject number) {
    return placeOf(number).map(box -> drawing.localToScene(new BoundingBox(box.x(), box.y(), box.width(), box.height())));
  }

  /** Where a number stands on the canvas, if its node is seen: a weight of an opened layer on its wire. */
  Optional<Box> placeOf(Subject number) {
    Optional<Box> onWire = wires.values().stream().filter(view -> view.wire().to() == number.node()).map(view -> view.placeOf(number))
        .flatMap(Optional::stream).findFirst();
    return onWire.isPresent() ? onWire : Optional.ofNullable(nodes.get(number.node())).filter(NodeView::isVisible)
        .map(view -> view.placeOf(number));
  }

  NodeView view(int node) {
    return nodes.get(node);
  }

  WireView view(Wire wire) {
    return wires.get(wire);
  }

  /** The topmost thing of one kind at the end of a path from a picked node upwards. */
  static <V> Optional<V> owner(Object picked, Class<V> kind) {
    javafx.scene.Node at = picked instanceof javafx.scene.Node node ? node : null;
    while (at != null && !kind.isInstance(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at).map(kind::cast);
  }
}
