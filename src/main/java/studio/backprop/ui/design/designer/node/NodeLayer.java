package studio.backprop.ui.design.designer.node;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Draft;
import studio.backprop.ui.design.designer.edit.PortView;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.kit.Motion;

/** Views of all nodes, keyed by id; follows the document. */
public final class NodeLayer extends Pane {
  private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");

  private final CanvasDesk desk;
  private final Wording wording;
  private final Map<Integer, NodeView> views = new LinkedHashMap<>();
  private BiPredicate<Integer, Point2D> wires = (node, scene) -> false;
  /** Largest height needed in this network and lens: nodes do not shrink during training. */
  private double maxNeeded;

  public NodeLayer(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
    setPickOnBounds(false);
    setManaged(false);
    bind();
  }

  private void bind() {
    desk.theme().paletteProperty().subscribe(palette -> views.values().forEach(view -> view.pane().redraw()));
    desk.model().lookedAtProperty().subscribe(this::showLooked);
    desk.focus().unit().unitProperty().subscribe((before, now) -> showPointed());
    desk.focus().cell().influenceProperty().subscribe((before, now) -> views.values().forEach(view -> view.pane().showInfluence(now)));
    desk.focus().followed().pointedProperty().subscribe((before, now) -> views.values().forEach(view -> view.pane().showFollowed()));
    desk.model().hand().draftProperty().subscribe(this::showDraft);
    desk.model().mending().previewProperty().subscribe(this::showPreview);
  }

  /** Adds and removes views to match a network. */
  public void follow(Network network) {
    views.entrySet().removeIf(drawn -> network.find(drawn.getKey()).filter(drawn.getValue()::draws).isEmpty());
    boolean growing = !views.isEmpty();
    network.nodes().forEach(node -> views.computeIfAbsent(node.id(), id -> create(node, growing)));
    getChildren().setAll(views.values());
  }

  /** @param onWire whether a scene point is on a wire of a node, which then takes the mouse */
  public void leaveToWires(BiPredicate<Integer, Point2D> onWire) {
    wires = onWire;
  }

  private NodeView create(Node node, boolean fadesIn) {
    NodeView view = new NodeView(desk, wording, node);
    view.leaveToWires(scene -> wires.test(node.id(), scene));
    view.hoverProperty().subscribe((before, over) -> look(node.id(), over));
    if (fadesIn) {
      view.setOpacity(0);
      desk.motion().move(view.opacityProperty(), 1.0, Motion.NODE);
    }
    return view;
  }

  private void look(int node, boolean over) {
    desk.model().lookAt(over ? Optional.of(node) : Optional.empty());
    if (!over) {
      desk.focus().leave();
    }
  }

  /** Offsets of the nodes that an edit has moved, from their new place to the visible one. */
  public Map<Integer, Point2D> ways(Network network) {
    Map<Integer, Point2D> ways = new HashMap<>();
    views.forEach((id, view) -> network.find(id).filter(node -> view.draws(node) && !desk.model().hand().carried().contains(id))
        .ifPresent(node -> {
      Box box = desk.model().places().box(node);
      Point2D way = new Point2D(view.getLayoutX() - box.x(), view.getLayoutY() - box.y());
      if (way.magnitude() > 1) {
        ways.put(id, way);
      }
    }));
    return ways;
  }

  /** Updates each view from the document. */
  public void show(Detail detail, int letters) {
    maxNeeded = 0;
    for (Node node : desk.model().network().nodes()) {
      if (views.containsKey(node.id())) {
        views.get(node.id()).show(node);
        views.get(node.id()).showDetail(detail);
        views.get(node.id()).showLetters(letters);
      }
    }
  }

  public NodeView view(int node) {
    return views.get(node);
  }

  /** Bounds of a number on the canvas, if its node is visible. */
  public Optional<Box> placeOf(Subject number) {
    return Optional.ofNullable(views.get(number.node())).filter(NodeView::isVisible).map(view -> view.placeOf(number));
  }

  /** Bounds of the visible nodes in the scene. */
  public List<Bounds> whereTheyAre() {
    return desk.model().network().nodes().stream().map(node -> views.get(node.id())).filter(view -> view != null && view.isVisible())
        .map(view -> view.localToScene(view.getLayoutBounds())).toList();
  }

  /** Height of nodes at which each shows everything. */
  public double needed() {
    maxNeeded = Math.max(maxNeeded, views.values().stream().mapToDouble(NodeView::needed).max().orElse(0));
    return maxNeeded;
  }

  /** Whether a node needs more than the current height. */
  public boolean outgrown() {
    double before = maxNeeded;
    return needed() > before;
  }

  /** Layout after nodes have changed their height or distance. */
  public void reopen() {
    views.values().forEach(NodeView::reopen);
  }

  public void place() {
    views.values().forEach(NodeView::place);
  }

  /** Updates the visible nodes to the newest training state. */
  public void refresh(Box window) {
    views.values().stream().filter(view -> view.box().touches(window)).forEach(NodeView::refresh);
  }

  /** Rebuilds the panes for another run. */
  public void rebuildPanes() {
    views.values().forEach(NodeView::rebuildPane);
  }

  public void showDetail(Detail shown) {
    views.values().forEach(view -> view.showDetail(shown));
  }

  public void showLetters(int px) {
    views.values().forEach(view -> view.showLetters(px));
  }

  public void showSelection(Set<Integer> selection) {
    views.forEach((id, view) -> view.showSelected(selection.contains(id)));
  }

  /** Outlines the unit under the pointer. */
  private void showPointed() {
    views.forEach((id, view) -> view.pane().showPointed(desk.focus().unit().in(id)));
  }

  private void showLooked(Optional<Integer> looked) {
    views.forEach((id, view) -> view.showLooked(looked.filter(id::equals).isPresent()));
  }

  /** Marks the node of the first non-finite value, and those with findings. */
  public void showHealth(Optional<Fault> fault, Set<Integer> ailing) {
    views.forEach((id, view) -> view.showHealth(fault.filter(f -> f.node() == id), ailing.contains(id)));
  }

  public void showSweep(BackwardSweep sweep) {
    views.forEach((id, view) -> view.showSwept(sweep.in(id)));
  }

  /** Highlights a node that is hovered elsewhere. */
  public void ring(Optional<Integer> node) {
    views.forEach((id, view) -> view.pseudoClassStateChanged(TERM, node.filter(id::equals).isPresent()));
  }

  /** Fades nodes that a repair would remove. */
  private void showPreview(Optional<Network> preview) {
    views.forEach((id, view) -> view.stepBack(preview.filter(after -> after.find(id).isEmpty()).isPresent()));
  }

  private void showDraft(Optional<Draft> draft) {
    views.forEach((id, view) -> {
      boolean begins = draft.filter(d -> d.node() == id).isPresent();
      boolean forward = draft.filter(Draft::forward).isPresent();
      boolean fits = draft.filter(d -> d.fitting().contains(id)).isPresent();
      boolean unfit = draft.filter(d -> d.target().filter(t -> t.equals(id)).isPresent() && d.objection().isPresent()).isPresent();
      PortView.Look far = unfit ? PortView.Look.UNFIT : fits ? PortView.Look.FITTING : PortView.Look.REST;
      PortView.Look near = begins ? PortView.Look.ACTIVE : PortView.Look.REST;
      view.in().show(forward ? far : near);
      view.out().show(forward ? near : far);
    });
  }
}
