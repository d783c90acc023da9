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

/** Views of the wires, with their labels above the nodes; follows the document. */
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

  public Pane labels() {
    return labels;
  }

  /** Adds and removes views to match a network. */
  public void follow(Network network) {
    views.keySet().removeIf(wire -> !network.wires().contains(wire));
    network.wires().forEach(wire -> views.computeIfAbsent(wire, w -> new WireView(desk, wording, w, budget)));
    getChildren().setAll(views.values());
    labels.getChildren().setAll(views.values().stream().map(WireView::pill).toList());
  }

  /** Updates each wire from the document. */
  public void show(int letters) {
    views.values().forEach(WireView::show);
    showLetters(letters);
  }

  public boolean isOnWeight(int node, Point2D scene) {
    return views.values().stream().filter(view -> view.wire().from() == node || view.wire().to() == node)
        .anyMatch(view -> view.isOnWeight(scene));
  }

  public WireView view(Wire wire) {
    return views.get(wire);
  }

  /** Bounds of the wire labels. */
  public List<Box> words() {
    return views.values().stream().map(WireView::words).flatMap(Optional::stream).toList();
  }

  /** Bounds of an opened layer's weight on the canvas, if its wire is visible. */
  public Optional<Box> placeOf(Subject number) {
    return views.values().stream().filter(view -> view.wire().to() == number.node()).map(view -> view.placeOf(number))
        .flatMap(Optional::stream).findFirst();
  }

  public void place() {
    views.values().forEach(WireView::place);
  }

  /** Applies other colours. */
  public void paint() {
    views.values().forEach(WireView::paint);
  }

  /** Creates some of the curves deferred from an earlier frame. */
  public void goOn() {
    boolean more = budget.refused();
    budget.refill();
    if (more) {
      views.values().stream().filter(WireView::waits).forEach(WireView::goOn);
    }
  }

  /** Whether there are deferred curves. */
  public boolean unfinished() {
    return budget.refused();
  }

  /** Updates the gradients of the visible wires. */
  public void measure(Box window) {
    views.values().stream().filter(view -> view.box().touches(window)).forEach(WireView::measure);
  }

  /**
   * One frame of animation.
   *
   * @return whether there is more to come
   */
  public boolean animate(double seconds, double way, boolean moved) {
    boolean easing = false;
    for (WireView view : views.values()) {
      easing |= view.animate(seconds, way, moved);
    }
    return easing;
  }

  public void showSweep(BackwardSweep sweep) {
    views.forEach((wire, view) -> view.showPulse(sweep.onWireInto(wire.to()), sweep.forward()));
  }

  public void showLetters(int px) {
    views.values().forEach(view -> view.showLetters(px));
  }

  public void showSelected(Optional<Wire> selected) {
    views.forEach((wire, view) -> view.showSelected(selected.filter(wire::equals).isPresent()));
  }

  /** Highlights the wires between hovered nodes. */
  private void light(Set<Integer> lit) {
    views.forEach((wire, view) -> view.pseudoClassStateChanged(TERM, lit.contains(wire.from()) && lit.contains(wire.to())));
  }

  /** Fades the wire that a layer will be inserted into. */
  private void showGhost(Optional<Ghost> ghost) {
    Optional<Wire> into = ghost.flatMap(Ghost::into);
    views.forEach((wire, view) -> view.stepBack(into.filter(wire::equals).isPresent()));
  }

  /** Fades what a repair would remove. */
  private void showPreview(Optional<Network> preview) {
    views.forEach((wire, view) -> view.stepBack(preview.filter(after -> !after.wires().contains(wire)).isPresent()));
  }
}
