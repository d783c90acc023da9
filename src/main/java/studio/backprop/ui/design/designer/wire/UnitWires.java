package studio.backprop.ui.design.designer.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.HandNumber;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.ParameterIndex;

/**
 * Wires of an opened node's units: into a dense layer one for each weight, width by magnitude and colour by sign, in the gradients lens by
 * the gradient and its health; elsewhere a thin wire for each value. Those of the unit under the mouse stand out.
 */
public final class UnitWires extends Group {
  private static final double WIDTH_OF_ONE = 1.9;
  private static final double THINNEST = 0.6;
  private static final double WIDEST = 7;
  /** Width for each power of ten of a gradient above 10⁻⁴. */
  private static final double WIDTH_OF_POWER = 0.9;
  private static final double MIN_POWER = -4;
  private static final double PALE = 0.25;
  /** Opacity of gradients, since many overlap. */
  private static final double HALF = 0.5;
  /** Smallest visible change of a width. */
  private static final double VISIBLE = 0.05;
  private static final double PICK_DISTANCE = 6;
  private static final int DIGITS = 4;

  private final CanvasDesk desk;
  private final Wire wire;
  private final CurveBudget budget;
  private final List<WireLine> curves = new ArrayList<>();
  /** Wider copies as pick areas. */
  private final List<WireLine> hits = new ArrayList<>();
  private final List<WireCurve> courses = new ArrayList<>();
  /** Index of the weight under the mouse, −1 for none. */
  private int read = -1;
  private int from;
  private int to;
  private boolean dense;
  /** Whether curves are deferred to a later frame. */
  private boolean waits;

  UnitWires(CanvasDesk desk, Wire wire, CurveBudget budget) {
    this.desk = desk;
    this.wire = wire;
    this.budget = budget;
    setPickOnBounds(false);
    addEventHandler(MouseEvent.MOUSE_MOVED, at -> read(nearest(at.getX(), at.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, at -> read(-1));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::follow);
  }

  /** Whether the wire begins at tiles. */
  boolean wanted() {
    return desk.model().units().open(wire.from()) && !desk.model().groups().hides(wire);
  }

  /** Whether it also ends at tiles. */
  boolean whole() {
    return wanted() && desk.model().units().open(wire.to());
  }

  /** Draws a curve for each weight or value at the current places of the nodes. */
  void place() {
    setVisible(wanted());
    waits = false;
    if (!isVisible()) {
      count(0);
      return;
    }
    Node source = desk.model().network().node(wire.from());
    Node target = desk.model().network().node(wire.to());
    from = desk.model().units().of(wire.from()).orElseThrow().units();
    boolean opened = desk.model().units().open(wire.to());
    dense = opened && target.layer().neurons() > 0;
    to = dense ? desk.model().units().of(wire.to()).orElseThrow().units() : 1;
    // before the first step there is no second request
    waits = from * to > curves.size() && desk.run().snapshot().isPresent() && !budget.take(from * to - curves.size());
    count(waits ? 0 : from * to);
    if (waits) {
      return;
    }
    for (int input = 0; input < from; input++) {
      Box out = desk.places().tile(source, input).orElseThrow();
      for (int unit = 0; unit < to; unit++) {
        Optional<Box> in = opened ? desk.places().tile(target, dense ? unit : input) : Optional.empty();
        double x = in.map(Box::x).orElseGet(() -> desk.places().inX(target));
        double y = in.map(Box::centerY).orElseGet(() -> desk.places().portY(target));
        WireCurve course = new WireCurve(out.right(), out.centerY(), x, y);
        courses.set(input * to + unit, course);
        curves.get(input * to + unit).follow(course);
        hits.get(input * to + unit).follow(course);
        hits.get(input * to + unit).setMouseTransparent(!dense);
      }
    }
    show(desk.run().snapshot());
    showPointed();
  }

  private void count(int wanted) {
    if (wanted == curves.size()) {
      return;
    }
    read(-1);
    curves.clear();
    hits.clear();
    courses.clear();
    for (int i = 0; i < wanted; i++) {
      WireLine curve = new WireLine();
      curve.setFill(null);
      curve.setMouseTransparent(true);
      curves.add(curve);
      hits.add(hit());
      courses.add(null);
    }
    getChildren().setAll(curves);
    getChildren().addAll(hits);
  }

  private static WireLine hit() {
    WireLine hit = new WireLine("unit-hit");
    hit.setFill(null);
    hit.setStroke(Color.TRANSPARENT);
    hit.setOpacity(0); // else the renderer computes an invisible stroke
    hit.setStrokeWidth(2 * PICK_DISTANCE);
    return hit;
  }

  /** A click on a weight follows it, where supported. */
  private void follow(MouseEvent at) {
    int weight = nearest(at.getX(), at.getY());
    if (weight >= 0 && at.getButton() == MouseButton.PRIMARY && at.isStillSincePress()) {
      desk.focus().followed().choose(new Subject(desk.model().network().node(wire.to()).weights(), "weight", weight));
    }
  }

  Optional<HandNumber> weightAt(double sceneX, double sceneY) {
    Point2D at = sceneToLocal(sceneX, sceneY);
    int weight = nearest(at.getX(), at.getY());
    return weight < 0 ? Optional.empty() : Optional.of(number(weight));
  }

  /** Whether a scene point is on the wire of a weight. */
  boolean isOn(Point2D scene) {
    Point2D at = sceneToLocal(scene);
    return isVisible() && nearest(at.getX(), at.getY()) >= 0;
  }

  private HandNumber number(int weight) {
    Node target = desk.model().network().node(wire.to());
    String words = desk.lang().say(
        "hand.weight", desk.model().network().node(wire.from()).name(), weight / to + 1, target.name(), weight % to + 1);
    return new HandNumber(target.weights(), "weight", weight, words);
  }

  /** Index of the weight whose wire is nearest; −1 if none is near. */
  private int nearest(double x, double y) {
    int nearest = -1;
    double least = PICK_DISTANCE;
    for (int i = 0; dense && i < courses.size(); i++) {
      double distance = courses.get(i).distance(x, y);
      if (distance <= least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Shows a weight in the reading line, and highlights its wire. */
  private void read(int weight) {
    if (weight != read) {
      read = weight;
      desk.model().readingProperty().set(weight < 0 ? "" : words(weight));
      setCursor(weight >= 0 && desk.setsWeights() ? Cursor.V_RESIZE : null);
      showPointed();
    }
  }

  private String words(int weight) {
    DesignerModel model = desk.model();
    Optional<Snapshot> seen = desk.run().snapshot().filter(Snapshot::hasValues);
    Optional<ParameterIndex> found = seen.flatMap(this::learned)
        .filter(learned -> seen.get().values(learned.parameter()).length == curves.size());
    if (found.isEmpty()) {
      return "";
    }
    int parameter = found.get().parameter();
    String said = desk.lang().say(
        "cell.wire", model.network().node(wire.from()).name(), weight / to + 1, model.network().node(wire.to()).name(), weight % to + 1,
        desk.lang().numbers().significant(seen.get().values(parameter)[weight], DIGITS));
    String whole = seen.get().gradKnown(parameter) ? said + ", ∂L/∂w = " + desk.lang().numbers()
        .significant(seen.get().grads(parameter)[weight], DIGITS) : said;
    return desk.setsWeights() ? desk.lang().say("hand.how", whole) : whole;
  }

  /** Whether curves are still to be created. */
  boolean waits() {
    return waits;
  }

  /** Shows the newest weights. Without them, or before their gradients are known, wires are thin and grey. */
  void show(Optional<Snapshot> seen) {
    float[] weights = seen.filter(snapshot -> dense && isVisible()).flatMap(this::weights).filter(found -> found.length == curves.size())
        .orElse(null);
    Palette palette = desk.theme().palette();
    boolean gradients = desk.model().lens() == Lens.GRADIENTS;
    for (int i = 0; i < curves.size(); i++) {
      if (weights == null) {
        draw(curves.get(i), THINNEST, palette.color(Token.WIRE));
      } else if (!gradients && off(seen.get(), i)) {
        draw(curves.get(i), width(weights[i]), palette.color(Token.WIRE)); // nothing passes
      } else if (gradients) {
        draw(curves.get(i), widthOfGradient(weights[i]), palette.color(Health.of(Math.abs(weights[i])).token()));
      } else {
        draw(curves.get(i), width(weights[i]), palette.color(weights[i] < 0 ? Token.GROUP_SEQUENCE : Token.GROUP_BASIC));
      }
    }
    if (read >= 0) {
      desk.model().readingProperty().set(words(read));
    }
  }

  /** Whether a unit at an end of the weight's wire is disabled. */
  private boolean off(Snapshot snapshot, int weight) {
    return snapshot.switches().isOff(wire.from(), weight / to) || snapshot.switches().isOff(wire.to(), weight % to);
  }

  private static void draw(WireLine curve, double width, Color colour) {
    if (Math.abs(width - curve.getStrokeWidth()) > VISIBLE) {
      curve.setStrokeWidth(width);
    }
    if (!colour.equals(curve.getStroke())) {
      curve.setStroke(colour);
    }
  }

  /** Weights, in the gradients lens their gradients, a row for each input. */
  private Optional<float[]> weights(Snapshot snapshot) {
    return learned(snapshot).filter(found -> snapshot.hasValues())
        .filter(found -> desk.model().lens() != Lens.GRADIENTS || snapshot.gradKnown(found.parameter()))
        .map(found -> desk.model().lens() == Lens.GRADIENTS ? snapshot.grads(found.parameter()) : snapshot.values(found.parameter()));
  }

  private Optional<ParameterIndex> learned(Snapshot snapshot) {
    Node target = desk.model().network().node(wire.to());
    return Optional.ofNullable(desk.run().runProperty().get()).flatMap(run -> ParameterIndex.of(run, snapshot, target));
  }

  /** Width of a weight in px. */
  public static double width(double weight) {
    return Math.max(THINNEST, Math.min(WIDEST, WIDTH_OF_ONE * Math.abs(weight)));
  }

  /** Width of a weight's gradient in px. */
  public static double widthOfGradient(double gradient) {
    double width = WIDTH_OF_POWER * (Math.log10(Math.abs(gradient)) - MIN_POWER);
    return Double.isNaN(width) ? WIDEST : Math.max(THINNEST, Math.min(WIDEST, width));
  }

  /** Highlights the wires of the unit under the mouse, and fades the others. */
  void showPointed() {
    OptionalInt source = pointed(wire.from());
    OptionalInt target = dense ? pointed(wire.to()) : OptionalInt.empty();
    boolean any = desk.focus().cell().influenceProperty().get().filter(cell -> desk.model().units().open(cell.node())).isPresent()
        || read >= 0;
    for (int i = 0; i < curves.size(); i++) {
      boolean near = i == read || source.isPresent() && source.getAsInt() == i / to || target.isPresent() && target.getAsInt() == i % to;
      curves.get(i).setOpacity(near ? 1 : any ? PALE : dense && desk.model().lens() == Lens.GRADIENTS ? HALF : 1);
    }
  }

  private OptionalInt pointed(int node) {
    return desk.focus().cell().influenceProperty().get().filter(cell -> cell.node() == node).map(cell -> OptionalInt.of(cell.place()))
        .orElse(OptionalInt.empty());
  }

  /** Bounds of a weight in canvas px. */
  Optional<Box> placeOf(int cell) {
    if (!dense || cell < 0 || cell >= curves.size()) {
      return Optional.empty();
    }
    WireLine curve = curves.get(cell);
    return Optional.of(new Box((curve.getStartX() + curve.getEndX()) / 2, (curve.getStartY() + curve.getEndY()) / 2, 0, 0));
  }
}
