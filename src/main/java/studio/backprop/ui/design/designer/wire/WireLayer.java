package studio.backprop.ui.design.designer.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Network;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Ghost;
import studio.backprop.ui.design.designer.edit.Wording;

/** The wires as they are drawn, and what is written beside them, which lies over the nodes. It follows the document. */
public final class WireLayer extends Pane {
  private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");

  private final CanvasDesk desk;
  private final Wording wording;
  private final Map<Wire, WireView> views = new HashMap<>();
  private final CurveBudget budget = new CurveBudget();
  private final Pane labels = new Pane();

  public WireLayer(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
    for (Pane layer : List.of(this, labels)) {
      layer.setPickOnBounds(false);
      layer.setManaged(false);
    }
    bind();
  }

  private void bind() {
    desk.model().selectedWireProperty().subscribe(this::showSelected);
    desk.focus().cell().influenceProperty().subscribe((before, now) -> views.values().forEach(WireView::showPointed));
    desk.focus().followed().pointedProperty().subscribe(
        (before, now) -> light(now.stream().map(Subject::node).collect(Collectors.toSet())));
    desk.model().hand().ghostProperty().subscribe(this::showGhost);
    desk.model().mending().previewProperty().subscribe(this::showPreview);
  }

  /** What is written beside the wires. */
  public Pane labels() {
    return labels;
  }

  /** Adds and drops views until they are the wires of a network. */
  public void follow(Network network) {
    views.keySet().removeIf(wire -> !network.wires().contains(wire));
    network.wires().forEach(wire -> views.computeIfAbsent(wire, w -> new WireView(desk, wording, w, budget)));
    getChildren().setAll(views.values());
    labels.getChildren().setAll(views.values().stream().map(WireView::pill).toList());
  }

  /** Shows each wire as the document has it now. */
  public void show(int letters) {
    views.values().forEach(WireView::show);
    showLetters(letters);
  }

  /** Whether a place of the scene is on the wire of a weight to a node, or from it. */
  public boolean isOnWeight(int node, Point2D scene) {
    return views.values().stream().filter(view -> view.wire().from() == node || view.wire().to() == node)
        .anyMatch(view -> view.isOnWeight(scene));
  }

  public WireView view(Wire wire) {
    return views.get(wire);
  }

  /** Where the words beside the wires stand. */
  public List<Box> words() {
    return views.values().stream().map(WireView::words).flatMap(Optional::stream).toList();
  }

  /** Where a weight of an opened layer stands on the canvas, if its wire is seen. */
  public Optional<Box> placeOf(Subject number) {
    return views.values().stream().filter(view -> view.wire().to() == number.node()).map(view -> view.placeOf(number))
        .flatMap(Optional::stream).findFirst();
  }

  public void place() {
    views.values().forEach(WireView::place);
  }

  /** Other colours. */
  public void paint() {
    views.values().forEach(WireView::paint);
  }

  /** Another frame: makes some of the curves that were too many for an earlier one. */
  public void goOn() {
    boolean more = budget.refused();
    budget.refill();
    if (more) {
      views.values().stream().filter(WireView::waits).forEach(WireView::goOn);
    }
  }

  /** Whether there are still curves to be made. */
  public boolean unfinished() {
    return budget.refused();
  }

  /** Takes over the newest gradients of the wires in the window. */
  public void measure(Box window) {
    views.values().stream().filter(view -> view.box().touches(window)).forEach(WireView::measure);
  }

  /** One frame of motion. @return whether there is more to come */
  public boolean animate(double seconds, double way, boolean moved) {
    boolean easing = false;
    for (WireView view : views.values()) {
      easing |= view.animate(seconds, way, moved);
    }
    return easing;
  }

  /** Shows where the backward pass is. */
  public void showSweep(BackwardSweep sweep) {
    views.forEach((wire, view) -> view.showPulse(sweep.onWireInto(wire.to()), sweep.forward()));
  }

  public void showLetters(int px) {
    views.values().forEach(view -> view.showLetters(px));
  }

  public void showSelected(Optional<Wire> selected) {
    views.forEach((wire, view) -> view.showSelected(selected.filter(wire::equals).isPresent()));
  }

  /** Highlights the wires between nodes whose numbers are under the pointer. */
  private void light(Set<Integer> lit) {
    views.forEach((wire, view) -> view.pseudoClassStateChanged(TERM, lit.contains(wire.from()) && lit.contains(wire.to())));
  }

  /** The wire that a layer will stand within steps back. */
  private void showGhost(Optional<Ghost> ghost) {
    Optional<Wire> into = ghost.flatMap(Ghost::into);
    views.forEach((wire, view) -> view.stepBack(into.filter(wire::equals).isPresent()));
  }

  /** What a repair would take away steps back. */
  private void showPreview(Optional<Network> preview) {
    views.forEach((wire, view) -> view.stepBack(preview.filter(after -> !after.wires().contains(wire)).isPresent()));
  }
}
