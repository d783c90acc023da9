package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import studio.backprop.layer.Dense;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.train.Snapshot;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.run.Learned;

/**
 * What leads from the units of an opened node on: to each unit of a dense layer its weights, as wide as they are large and in the colour of their sign,
 * in the lens of gradients as wide as what comes back to them; elsewhere a thin wire for each number. The wires of a unit that is pointed at stand out.
 */
final class UnitWires extends Group {
  private static final double WIDTH_OF_ONE = 1.9;
  private static final double THINNEST = 0.6;
  private static final double WIDEST = 7;
  /** Of a gradient: so much for each power of ten above 10⁻⁴. */
  private static final double WIDTH_OF_POWER = 0.9;
  private static final double LEAST_POWER = -4;
  private static final double PALE = 0.25;
  /** So many gradients lie on each other that none would be seen. */
  private static final double HALF = 0.5;
  /** Smaller changes cannot be seen. */
  private static final double VISIBLE = 0.05;
  private static final double HIT = 6;

  private final Desk desk;
  private final Wire wire;
  private final List<CubicCurve> curves = new ArrayList<>();
  /** Over them, wide enough for a mouse. */
  private final List<CubicCurve> hits = new ArrayList<>();
  private int from;
  private int to;
  private boolean dense;

  UnitWires(Desk desk, Wire wire) {
    this.desk = desk;
    this.wire = wire;
    setPickOnBounds(false);
  }

  /** Whether the wire begins at tiles. */
  boolean wanted() {
    return desk.model().units().open(wire.from()) && !desk.model().groups().hides(wire);
  }

  /** Whether it ends at tiles, too. */
  boolean whole() {
    return wanted() && desk.model().units().open(wire.to());
  }

  /** Draws as many curves as there are weights or numbers, where the nodes are now. */
  void place() {
    setVisible(wanted());
    if (!isVisible()) {
      count(0);
      return;
    }
    Node source = desk.model().network().node(wire.from());
    Node target = desk.model().network().node(wire.to());
    from = desk.model().units().of(wire.from()).orElseThrow().units();
    boolean opened = desk.model().units().open(wire.to());
    dense = opened && target.layer() instanceof Dense;
    to = dense ? desk.model().units().of(wire.to()).orElseThrow().units() : 1;
    count(from * to);
    for (int input = 0; input < from; input++) {
      Box out = desk.places().tile(source, input).orElseThrow();
      for (int unit = 0; unit < to; unit++) {
        Optional<Box> in = opened ? desk.places().tile(target, dense ? unit : input) : Optional.empty();
        double x = in.map(Box::x).orElseGet(() -> desk.places().inX(target));
        double y = in.map(Box::centerY).orElseGet(() -> desk.places().portY(target));
        WireCurve course = new WireCurve(out.right(), out.centerY(), x, y);
        WireView.follow(curves.get(input * to + unit), course);
        WireView.follow(hits.get(input * to + unit), course);
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
    curves.clear();
    hits.clear();
    for (int i = 0; i < wanted; i++) {
      CubicCurve curve = new CubicCurve();
      curve.setFill(null);
      curve.setMouseTransparent(true);
      curves.add(curve);
      hits.add(hit(i));
    }
    getChildren().setAll(curves);
    getChildren().addAll(hits);
  }

  /** A click on a weight follows it, where somebody wants to. */
  private CubicCurve hit(int weight) {
    CubicCurve hit = new CubicCurve();
    hit.getStyleClass().add("unit-hit");
    hit.setFill(null);
    hit.setStroke(Color.TRANSPARENT);
    hit.setStrokeWidth(HIT);
    hit.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        desk.run().followed().choose(new Subject(desk.model().network().node(wire.to()).weights(), "weight", weight));
      }
    });
    return hit;
  }

  /** Takes over the newest weights. Where there are none, or their gradients are not yet known, the wires are thin and grey. */
  void show(Optional<Snapshot> seen) {
    float[] weights = seen.filter(snapshot -> dense && isVisible()).flatMap(this::weights).filter(found -> found.length == curves.size()).orElse(null);
    Palette palette = desk.theme().palette();
    boolean gradients = desk.model().lens() == Lens.GRADIENTS;
    for (int i = 0; i < curves.size(); i++) {
      if (weights == null) {
        draw(curves.get(i), THINNEST, palette.color(Token.WIRE));
      } else if (gradients) {
        draw(curves.get(i), widthOfGradient(weights[i]), palette.color(Token.RIBBON_HEALTHY));
      } else {
        draw(curves.get(i), width(weights[i]), palette.color(weights[i] < 0 ? Token.GROUP_SEQUENCE : Token.GROUP_BASIC));
      }
    }
  }

  private static void draw(CubicCurve curve, double width, Color colour) {
    if (Math.abs(width - curve.getStrokeWidth()) > VISIBLE) {
      curve.setStrokeWidth(width);
    }
    if (!colour.equals(curve.getStroke())) {
      curve.setStroke(colour);
    }
  }

  /** The weights, or in the lens of gradients what comes back to them, a row for each input. */
  private Optional<float[]> weights(Snapshot snapshot) {
    Node target = desk.model().network().node(wire.to());
    return Optional.ofNullable(desk.run().runProperty().get()).filter(run -> snapshot.hasValues()).flatMap(run -> Learned.of(run, snapshot, target))
        .filter(found -> desk.model().lens() != Lens.GRADIENTS || snapshot.gradKnown(found.parameter()))
        .map(found -> desk.model().lens() == Lens.GRADIENTS ? snapshot.grads(found.parameter()) : snapshot.values(found.parameter()));
  }

  /** How wide a weight is drawn in px. */
  static double width(double weight) {
    return Math.max(THINNEST, Math.min(WIDEST, WIDTH_OF_ONE * Math.abs(weight)));
  }

  /** How wide the gradient of a weight is drawn in px. */
  static double widthOfGradient(double gradient) {
    double width = WIDTH_OF_POWER * (Math.log10(Math.abs(gradient)) - LEAST_POWER);
    return Double.isNaN(width) ? WIDEST : Math.max(THINNEST, Math.min(WIDEST, width));
  }

  /** The wires of the unit under the mouse stand out, the others step back. */
  void showPointed() {
    OptionalInt source = pointed(wire.from());
    OptionalInt target = dense ? pointed(wire.to()) : OptionalInt.empty();
    boolean any = desk.run().cell().influenceProperty().get().filter(cell -> desk.model().units().open(cell.node())).isPresent();
    for (int i = 0; i < curves.size(); i++) {
      boolean near = source.isPresent() && source.getAsInt() == i / to || target.isPresent() && target.getAsInt() == i % to;
      curves.get(i).setOpacity(near ? 1 : any ? PALE : dense && desk.model().lens() == Lens.GRADIENTS ? HALF : 1);
    }
  }

  private OptionalInt pointed(int node) {
    return desk.run().cell().influenceProperty().get().filter(cell -> cell.node() == node).map(cell -> OptionalInt.of(cell.place()))
        .orElse(OptionalInt.empty());
  }

  /** Where a weight is seen, in px of the canvas. */
  Optional<Box> placeOf(int cell) {
    if (!dense || cell < 0 || cell >= curves.size()) {
      return Optional.empty();
    }
    CubicCurve curve = curves.get(cell);
    return Optional.of(new Box((curve.getStartX() + curve.getEndX()) / 2, (curve.getStartY() + curve.getEndY()) / 2, 0, 0));
  }
}
