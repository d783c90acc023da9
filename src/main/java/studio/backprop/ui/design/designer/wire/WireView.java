package studio.backprop.ui.design.designer.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Status;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.HandNumber;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.workspace.run.DifferenceTexts;

/**
 * View of a wire: with its shape or, in the gradients lens, the ribbon of its gradient; when comparing runs, with the relative distance of
 * their signals.
 */
public final class WireView extends Group {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
  private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");
  /** Width for a distance: at 0, for each ‖A‖, and at most. */
  private static final double THINNEST_APART = 1.5;
  private static final double WIDTH_APART = 12;
  private static final double WIDEST_APART = 18;
  private static final double BELOW_TITLE = 20;
  private static final double ABOVE_TITLE = 24;

  private final CanvasDesk desk;
  private final Wording wording;
  private final Wire wire;
  private final WireLine hit = new WireLine("wire-hit");
  private final WireLine ring = new WireLine("wire-ring");
  private final WireLine line = new WireLine("wire-line");
  private final Ribbon ribbon = new Ribbon();
  private final WireLine apart = new WireLine("wire-apart");
  private final UnitWires units;
  private final PassWave wave = new PassWave();
  private final WirePill pill = new WirePill();
  private boolean measured;
  private boolean selected;
  /** Whether the reading line shows it. */
  private boolean reads;

  WireView(CanvasDesk desk, Wording wording, Wire wire, CurveBudget budget) {
    this.desk = desk;
    this.wording = wording;
    this.wire = wire;
    getStyleClass().add("designer-wire");
    setAccessibleRole(AccessibleRole.BUTTON);
    setManaged(false);
    ring.setMouseTransparent(true);
    line.setMouseTransparent(true);
    for (javafx.scene.Node touched : List.of(hit, pill)) {
      touched.addEventHandler(MouseEvent.MOUSE_ENTERED, at -> read(true));
      touched.addEventHandler(MouseEvent.MOUSE_EXITED, at -> read(false));
    }
    sceneProperty().subscribe(() -> read(false)); // it is deleted while the mouse is on it
    ribbon.setVisible(false);
    apart.setMouseTransparent(true);
    apart.setVisible(false);
    units = new UnitWires(desk, wire, budget);
    getChildren().addAll(ring, hit, pill.leader(), units, line, apart, ribbon, wave);
  }

  /** Shows its shape in the reading line, where it covers nothing; for opened nodes the weight is shown instead. */
  private void read(boolean over) {
    if (over ? !units.whole() : reads) {
      reads = over;
      desk.model().readingProperty().set(over ? getAccessibleText() : "");
    }
  }

  public Optional<HandNumber> weightAt(double sceneX, double sceneY) {
    return units.isVisible() ? units.weightAt(sceneX, sceneY) : Optional.empty();
  }

  boolean isOnWeight(Point2D scene) {
    return isVisible() && units.isOn(scene);
  }

  public Wire wire() {
    return wire;
  }

  /** Bounds on the canvas. */
  public Box box() {
    Bounds bounds = hit.getBoundsInParent();
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  /** Label, which lies in a layer above the nodes. */
  public Label pill() {
    return pill;
  }

  /** Bounds of the label, if visible. */
  public Optional<Box> words() {
    return pill.words();
  }

  public void show() {
    boolean wrong = desk.model().wrong(wire);
    setVisible(!desk.model().groups().hides(wire));
    Optional<Shape> shape = shape();
    pseudoClassStateChanged(WRONG, wrong);
    pseudoClassStateChanged(WAITS, shape.isEmpty());
    pill.showWrong(wrong);
    setAccessibleText(wording.spoken(desk.model().network(), desk.model().document().analysis(), wire));
    if (reads) {
      desk.model().readingProperty().set(getAccessibleText());
    }
    showMeasured(false);
    measure();
    place();
  }

  /** A selected wire names its axes. */
  public void showSelected(boolean chosen) {
    if (chosen != selected) {
      selected = chosen;
      pseudoClassStateChanged(SELECTED, chosen);
      showMeasured(measured);
      place();
    }
  }

  /** Enlarges its value and ribbon when zoomed out. */
  public void showLetters(int px) {
    pill.showLetters(px);
    ribbon.widen((double) px / Detail.DEFAULT_LETTERS, desk.theme().palette());
    placePill(desk.places().curve(wire));
  }

  /** Hides it while another route is previewed. */
  public void stepBack(boolean away) {
    setOpacity(away ? 0 : 1);
    pill.setOpacity(away ? 0 : 1);
  }

  private Optional<Shape> shape() {
    return desk.model().document().analysis().shape(wire.from());
  }

  private void showMeasured(boolean known) {
    measured = known;
    boolean compares = desk.model().lens() == Lens.DIFFERENCE;
    ribbon.setVisible(known && !compares && !units.whole());
    line.setVisible(!units.wanted());
    apart.setVisible(known && compares);
    pseudoClassStateChanged(MEASURED, known);
    boolean shapes = desk.model().lens() == Lens.STRUCTURE || desk.model().wrong(wire);
    pill.say(shape().map(selected ? wording::explained : wording::shape).orElse("?"), (known || shapes) && isVisible(), known,
        known && compares);
  }

  /** Updates the gradient, if the lens shows it. A wire without a gradient stays grey. */
  public void measure() {
    units.show(desk.run().snapshot());
    if (desk.model().lens() == Lens.DIFFERENCE) {
      compare();
      return;
    }
    Snapshot snapshot = desk.run().snapshot().filter(s -> desk.model().lens() == Lens.GRADIENTS).orElse(null);
    double norm = snapshot == null ? Double.NaN : snapshot.outputGradient(wire.from());
    boolean known = snapshot != null && snapshot.reached(wire.from());
    if (known != measured) {
      showMeasured(known);
      place();
    }
    boolean failed = desk.run().statusProperty().get().state() == Status.State.FAULT;
    if (known && !failed) { // the pass that failed left nothing to be measured
      ribbon.measure(norm, desk.theme().palette());
      if (Sight.of(pill)) {
        pill.setText(desk.lang().numbers().compact(norm));
      }
    }
  }

  /** Updates the distance of two runs. The data are the same for both. */
  private void compare() {
    Node from = desk.model().network().node(wire.from());
    double ratio = desk.run().branches().comparison().differenceProperty().get()
        .flatMap(found -> found.of(from.name())).map(OfNode::outputApart).filter(r -> r > 0 || !from.layer().isInput())
            .orElse(Double.NaN);
    boolean known = !Double.isNaN(ratio);
    if (known != measured) {
      showMeasured(known);
      place();
    }
    if (known) {
      apart.setStrokeWidth(Math.min(WIDEST_APART, THINNEST_APART + ratio * WIDTH_APART));
      pill.setText(DifferenceTexts.percent(ratio, desk.lang().numbers()));
    }
  }

  /** Whether curves are deferred to a later frame. */
  boolean waits() {
    return units.waits();
  }

  /** Creates deferred curves. */
  void goOn() {
    units.place();
  }

  /** Highlights the wires of the unit under the pointer. */
  public void showPointed() {
    units.showPointed();
  }

  /** Bounds of an opened layer's weight. */
  public Optional<Box> placeOf(Subject number) {
    return "weight".equals(number.parameter()) ? units.placeOf(number.place()) : Optional.empty();
  }

  public void paint() {
    units.place();
    ribbon.paint(desk.theme().palette());
  }

  /**
   * One frame of animation.
   *
   * @return whether there is more to come
   */
  public boolean animate(double seconds, double way, boolean moved) {
    if (!measured) {
      return false;
    }
    boolean eased = ribbon.ease(seconds, desk.motion().reduced(), desk.model().camera().zoom(), desk.theme().palette());
    if (eased || moved) {
      ribbon.move(way);
    }
    return eased;
  }

  /**
   * Shows a pass on this wire.
   *
   * @param along position, 0 at the left; NaN if elsewhere
   * @param forward whether it is the forward pass
   */
  public void showPulse(double along, boolean forward) {
    boolean here = !Double.isNaN(along) && isVisible();
    ribbon.showPulse(measured && !forward && ribbon.isVisible() ? along : Double.NaN);
    boolean stays = !forward && !measured && desk.model().lens() == Lens.GRADIENTS && desk.run().snapshot().filter(Snapshot::measured)
        .isPresent(); // without gradient
    wave.setVisible(here && !stays && !(measured && ribbon.isVisible() && !forward));
    if (wave.isVisible()) {
      wave.lie(desk.places().curve(wire), along, forward);
    }
  }

  public void place() {
    WireCurve course = desk.places().curve(wire);
    hit.follow(course);
    ring.follow(course);
    line.follow(course);
    apart.follow(course);
    ribbon.follow(course);
    ribbon.move(0);
    units.place();
    placePill(course);
  }

  /** Between opened nodes it stands between their titles and covers no wire; above them where they are close together. */
  private void placePill(WireCurve course) {
    OptionalDouble middle = OptionalDouble.empty();
    if (units.whole()) {
      Box from = desk.places().box(desk.model().network().node(wire.from()));
      Box to = desk.places().box(desk.model().network().node(wire.to()));
      boolean between = to.x() - from.x() - from.width() >= WirePill.NUMBER_WIDTH;
      middle = OptionalDouble.of(to.y() + (between ? BELOW_TITLE : -ABOVE_TITLE));
    }
    pill.place(course, middle);
  }
}
