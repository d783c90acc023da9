package studio.backprop.ui.design.designer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Network;
import studio.backprop.network.NodeGroup;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.design.designer.node.NodeLayer;
import studio.backprop.ui.design.designer.node.NodeView;
import studio.backprop.ui.design.designer.note.GroupLayer;
import studio.backprop.ui.design.designer.note.NoteLayer;
import studio.backprop.ui.design.designer.wire.LoopView;
import studio.backprop.ui.design.designer.wire.WireLayer;

/** The network as it is drawn, layer over layer: groups, notes, wires and nodes, and the way of the number that is followed. */
final class NetworkDrawing extends Pane {
  private final CanvasDesk desk;
  private final DesignerModel model;
  private final NodeLayer nodes;
  private final WireLayer wires;
  private final LoopView loop;
  private final NoteLayer notes;
  private final GroupLayer groups;
  private final WayView way;
  private final StrongestWayView strongest;
  /** Letters for a class lie over each other on the wires between nodes that are smaller than this. */
  private static final double LABELLED = 0.45;

  private Detail detail = Detail.FULL;
  private int letters = Detail.USUAL;

  NetworkDrawing(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.model = desk.model();
    setPickOnBounds(false);
    setManaged(false);
    Pane frames = layer();
    Pane boxes = layer();
    nodes = new NodeLayer(desk, wording);
    wires = new WireLayer(desk, wording);
    nodes.leaveToWires(wires::isOnWeight);
    notes = new NoteLayer(desk);
    groups = new GroupLayer(desk, wording, frames, boxes);
    loop = new LoopView(desk);
    way = new WayView(desk, wires, this::placeOf);
    strongest = new StrongestWayView(desk, this::placeOf);
    getChildren().addAll(frames, notes, loop, wires, strongest.bands(), way.ribbons(), nodes, boxes, wires.labels(), strongest, way);
    bind();
  }

  private static Pane layer() {
    Pane layer = new Pane();
    layer.setPickOnBounds(false);
    layer.setManaged(false);
    return layer;
  }

  private void bind() {
    model.hand().shiftProperty().subscribe(shift -> place());
    desk.glide().leftProperty().subscribe(left -> place());
    desk.glide().partedProperty().subscribe(parted -> place());
    model.document().selectionProperty().subscribe(this::showSelection);
    model.hand().draftProperty().subscribe(groups::showDraft);
    model.camera().zoomProperty().subscribe(zoom -> {
      showDetail(Detail.of(zoom.doubleValue(), model.camera().presented()));
      boolean room = !model.camera().presented() || zoom.doubleValue() >= LABELLED;
      wires.labels().setOpacity(room ? 1 : 0);
      showLetters(Detail.letters(zoom.doubleValue()));
    });
    desk.run().statusProperty().subscribe(status -> showHealth());
    model.advice().ailingProperty().subscribe(ailing -> showHealth());
  }

  NodeLayer nodes() {
    return nodes;
  }

  WireLayer wires() {
    return wires;
  }

  NoteLayer notes() {
    return notes;
  }

  /** Adds, drops and refreshes views until they are the nodes and wires of a network; what an edit has moved glides to its place. */
  void follow(Network network) {
    Map<Integer, Point2D> ways = nodes.ways(network);
    nodes.follow(network);
    wires.follow(network);
    desk.glide().end();
    show();
    showSelection(model.document().selection());
    if (!ways.isEmpty()) {
      desk.glide().begin(ways);
    }
  }

  /** Shows everything as the document has it now. */
  void show() {
    nodes.show(detail, letters);
    groups.show();
    groups.showLetters(letters);
    wires.show(letters);
    loop.place();
    showHealth();
  }

  /** Wires and ways end where the nodes show their numbers. */
  void join() {
    nodes.layout();
    wires.place();
    loop.place();
    way.show();
    strongest.show();
  }

  /** Nodes are higher or lower now, or stand further apart. */
  void fitted() {
    nodes.reopen();
    place();
  }

  private void place() {
    nodes.place();
    groups.place();
    wires.place();
    loop.place();
    way.show();
    strongest.show();
  }

  /** How much height is kept over the network for what is said of the way that is followed. */
  double roomOfWay() {
    return desk.focus().followed().wantedProperty().get() ? way.room() : 0;
  }

  /** Brings what is in the window up to the newest state of training; the rest follows when it comes into sight. */
  void refresh(Box window) {
    nodes.refresh(window);
    wires.measure(window);
    loop.show();
    strongest.show();
  }

  /** Shows where the backward pass is. */
  void showSweep(BackwardSweep sweep) {
    wires.showSweep(sweep);
    nodes.showSweep(sweep);
    groups.showSweep(sweep);
  }

  private void showHealth() {
    Optional<Fault> fault = desk.run().statusProperty().get().fault();
    nodes.showHealth(fault, model.advice().ailingProperty().get());
    groups.showFault(fault);
  }

  private void showSelection(Set<Integer> selection) {
    nodes.showSelection(selection);
    groups.showSelection(selection);
  }

  // --- from near and far

  private void showDetail(Detail shown) {
    if (shown != detail) {
      detail = shown;
      nodes.showDetail(shown);
      groups.showDetail(shown);
      wires.labels().setVisible(shown != Detail.TINY);
      way.showLabels(shown != Detail.TINY);
    }
  }

  /** Letters keep their size on the screen where the network becomes smaller. */
  private void showLetters(int px) {
    if (px != letters) {
      letters = px;
      nodes.showLetters(px);
      groups.showLetters(px);
      wires.showLetters(px);
      loop.showLetters(px);
      way.setStyle(px == Detail.USUAL ? "" : "-fx-font-size: " + px + "px;");
    }
  }

  /**
   * Shows the network at full size, with nothing selected and nothing to press.
   *
   * @param refresh brings what is seen of it up to date
   * @return shows it again as it was
   */
  Runnable pose(Runnable refresh) {
    Detail seen = detail;
    int read = letters;
    showDetail(Detail.FULL);
    showLetters(Detail.USUAL);
    while (wires.unfinished()) {
      wires.goOn();
    }
    refresh.run();
    groups.showButtons(false);
    showSelection(Set.of());
    notes.showSelection(Set.of());
    wires.showSelected(Optional.empty());
    applyCss();
    layout();
    wires.place();
    loop.place();
    return () -> {
      groups.showButtons(true);
      showDetail(seen);
      showLetters(read);
      showSelection(model.document().selection());
      notes.showSelection(model.notes().selected());
      wires.showSelected(model.selectedWireProperty().get());
    };
  }

  // --- where things stand

  /** Brings the keys to the group or node that is selected. @return whether there is one */
  boolean focusSelected() {
    Optional<NodeGroup> group = model.groups().touched().stream()
        .filter(g -> g.folded() || model.groups().selected().filter(g::equals).isPresent()).findFirst();
    Optional<NodeView> node = model.document().selectedNode().map(nodes::view);
    group.map(NodeGroup::id).ifPresentOrElse(groups::focus, () -> node.ifPresent(NodeView::requestFocus));
    return group.isPresent() || node.isPresent();
  }

  /** Where a number stands in the scene, if its node is seen. */
  Optional<Bounds> whereIs(Subject number) {
    return placeOf(number).map(box -> localToScene(new BoundingBox(box.x(), box.y(), box.width(), box.height())));
  }

  /** Where a number stands on the canvas, if its node is seen: a weight of an opened layer on its wire. */
  private Optional<Box> placeOf(Subject number) {
    return wires.placeOf(number).or(() -> nodes.placeOf(number));
  }
}
