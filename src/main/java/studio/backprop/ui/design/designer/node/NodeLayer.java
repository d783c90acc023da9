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

/** The nodes as they are drawn. It follows the document by their ids. */
public final class NodeLayer extends Pane {
  private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");

  private final CanvasDesk desk;
  private final Wording wording;
  private final Map<Integer, NodeView> views = new LinkedHashMap<>();
  private BiPredicate<Integer, Point2D> wires = (node, scene) -> false;
  /** How much height a node has needed since another network or lens is seen: while it learns, nodes do not become lower. */
  private double most;

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

  /** Adds and drops views until they are the nodes of a network. */
  public void follow(Network network) {
    views.entrySet().removeIf(drawn -> network.find(drawn.getKey()).filter(drawn.getValue()::draws).isEmpty());
    boolean growing = !views.isEmpty();
    network.nodes().forEach(node -> views.computeIfAbsent(node.id(), id -> create(node, growing)));
    getChildren().setAll(views.values());
  }

  /** @param onWire whether a place of the scene is on a wire of a node, which the mouse then means and not the node's body */
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

  /** How far the nodes that an edit has moved are seen from where they belong now. */
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

  /** Shows each node as the document has it now. */
  public void show(Detail detail, int letters) {
    most = 0;
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

  /** Where a number stands on the canvas, if its node is seen. */
  public Optional<Box> placeOf(Subject number) {
    return Optional.ofNullable(views.get(number.node())).filter(NodeView::isVisible).map(view -> view.placeOf(number));
  }

  /** Where the nodes that are seen stand in the scene. */
  public List<Bounds> whereTheyAre() {
    return desk.model().network().nodes().stream().map(node -> views.get(node.id())).filter(view -> view != null && view.isVisible())
        .map(view -> view.localToScene(view.getLayoutBounds())).toList();
  }

  /** How high nodes must be so that each shows all that it has. */
  public double needed() {
    most = Math.max(most, views.values().stream().mapToDouble(NodeView::needed).max().orElse(0));
    return most;
  }

  /** Whether a node has more to show than there was room for. */
  public boolean outgrown() {
    double before = most;
    return needed() > before;
  }

  /** Nodes are higher or lower now, or stand further apart. */
  public void reopen() {
    views.values().forEach(NodeView::reopen);
  }

  public void place() {
    views.values().forEach(NodeView::place);
  }

  /** Brings what is in the window up to the newest state of training. */
  public void refresh(Box window) {
    views.values().stream().filter(view -> view.box().touches(window)).forEach(NodeView::refresh);
  }

  /** The run is another one: what the nodes show of it is chosen anew. */
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

  /** Rings the unit that a person points at in its node. */
  private void showPointed() {
    views.forEach((id, view) -> view.pane().showPointed(desk.focus().unit().in(id)));
  }

  private void showLooked(Optional<Integer> looked) {
    views.forEach((id, view) -> view.showLooked(looked.filter(id::equals).isPresent()));
  }

  /** Marks where the first number that is not finite appeared, and the nodes whose training is not well. */
  public void showHealth(Optional<Fault> fault, Set<Integer> ailing) {
    views.forEach((id, view) -> view.showHealth(fault.filter(f -> f.node() == id), ailing.contains(id)));
  }

  /** Shows where the backward pass is. */
  public void showSweep(BackwardSweep sweep) {
    views.forEach((id, view) -> view.showSwept(sweep.in(id)));
  }

  /** Highlights the node of a factor under the pointer elsewhere. */
  public void ring(Optional<Integer> node) {
    views.forEach((id, view) -> view.pseudoClassStateChanged(TERM, node.filter(id::equals).isPresent()));
  }

  /** What a repair would take away steps back. */
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
