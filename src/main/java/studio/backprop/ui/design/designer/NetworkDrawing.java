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

/** Drawing of the network in layers: groups, notes, wires, nodes, and the path of the followed number. */
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
  /** Zoom below which wire labels would overlap. */
  private static final double LABELLED = 0.45;

  private Detail detail = Detail.FULL;
  private int letters = Detail.DEFAULT_LETTERS;

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

  /** Adds, removes and updates views to match a network; nodes moved by an edit are animated. */
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

  /** Updates all views from the document. */
  void show() {
    nodes.show(detail, letters);
    groups.show();
    groups.showLetters(letters);
    wires.show(letters);
    loop.place();
    showHealth();
  }

  /** Attaches wires and paths to the places where nodes show their numbers. */
  void join() {
    nodes.layout();
    wires.place();
    loop.place();
    way.show();
    strongest.show();
  }

  /** Layout after nodes have changed their height or distance. */
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

  /** Height above the network reserved for labels of the followed path. */
  double roomOfWay() {
    return desk.focus().followed().wantedProperty().get() ? way.room() : 0;
  }

  /** Updates the visible nodes to the newest training state; others are updated when they become visible. */
  void refresh(Box window) {
    nodes.refresh(window);
    wires.measure(window);
    loop.show();
    strongest.show();
  }

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

  private void showDetail(Detail shown) {
    if (shown != detail) {
      detail = shown;
      nodes.showDetail(shown);
      groups.showDetail(shown);
      wires.labels().setVisible(shown != Detail.TINY);
      way.showLabels(shown != Detail.TINY);
    }
  }

  /** Keeps the font size on screen constant when zooming out. */
  private void showLetters(int px) {
    if (px != letters) {
      letters = px;
      nodes.showLetters(px);
      groups.showLetters(px);
      wires.showLetters(px);
      loop.showLetters(px);
      way.setStyle(px == Detail.DEFAULT_LETTERS ? "" : "-fx-font-size: " + px + "px;");
    }
  }

  /**
   * Shows the network at full size, without selection and buttons.
   *
   * @param refresh updates the visible nodes
   * @return restores the earlier state
   */
  Runnable pose(Runnable refresh) {
    Detail seen = detail;
    int read = letters;
    showDetail(Detail.FULL);
    showLetters(Detail.DEFAULT_LETTERS);
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

  /**
   * Focuses the selected group or node.
   *
   * @return whether there is one
   */
  boolean focusSelected() {
    Optional<NodeGroup> group = model.groups().touched().stream()
        .filter(g -> g.folded() || model.groups().selected().filter(g::equals).isPresent()).findFirst();
    Optional<NodeView> node = model.document().selectedNode().map(nodes::view);
    group.map(NodeGroup::id).ifPresentOrElse(groups::focus, () -> node.ifPresent(NodeView::requestFocus));
    return group.isPresent() || node.isPresent();
  }

  /** Bounds of a number in the scene, if its node is visible. */
  Optional<Bounds> whereIs(Subject number) {
    return placeOf(number).map(box -> localToScene(new BoundingBox(box.x(), box.y(), box.width(), box.height())));
  }

  /** Bounds of a number on the canvas, if its node is visible; a weight of an opened layer lies on its wire. */
  private Optional<Box> placeOf(Subject number) {
    return wires.placeOf(number).or(() -> nodes.placeOf(number));
  }
}
