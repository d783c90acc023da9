package studio.backprop.ui.design.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import studio.backprop.data.Scaling;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.train.Cursor;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.design.designer.node.ExamplePane;
import studio.backprop.ui.design.designer.wire.Chevrons;
import studio.backprop.ui.design.designer.wire.WireLayer;
import studio.backprop.ui.design.designer.wire.WireLine;
import studio.backprop.ui.workspace.run.Followed.Stop;

/**
 * Path of the followed number to the loss: ribbons along the wires below the nodes, outlines around the numbers on it above them, and
 * labels with their names and factors.
 */
final class WayView extends Pane {
  static final double WIDTH = 6;
  private static final double LIFT = 5;
  private static final double ROW = 24;
  private static final double BESIDE = 6;
  private static final double RIM = 2;

  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");

  private final CanvasDesk desk;
  private final Function<Subject, Optional<Box>> places;
  private final Pane ribbons = new Pane();
  /** Outlines and leader lines, below the labels. A group, since an empty pane has bounds, which a picture of the network would include. */
  private final Group shapes = new Group();
  /** Labels, reused for the next op. */
  private final List<Label> words = new ArrayList<>();
  private final WayTags tags;
  /** Number of labels in use. */
  private int used;
  private boolean labelled = true;

  /** @param places bounds of a number on the canvas, if visible */
  WayView(CanvasDesk desk, WireLayer wires, Function<Subject, Optional<Box>> places) {
    this.desk = desk;
    this.tags = new WayTags(desk.model().camera(), wires, shapes);
    this.places = places;
    for (Pane layer : List.of(this, ribbons)) {
      layer.setManaged(false);
      layer.setPickOnBounds(false);
      layer.setMouseTransparent(true);
    }
    shapes.setManaged(false);
    shapes.setMouseTransparent(true);
    getStyleClass().add("way");
    getChildren().add(shapes);
    ribbons.getStyleClass().add("way-ribbons");
    desk.focus().followed().wayProperty().subscribe(way -> show());
  }

  /** Part below the nodes, so that ribbons begin and end at their ports. */
  Pane ribbons() {
    return ribbons;
  }

  /** Zoomed out, only ribbons are shown. */
  void showLabels(boolean shown) {
    labelled = shown;
    show();
  }

  /** Height that the labels need above the wire labels of this lens. */
  double room() {
    return desk.model().lens() == Lens.STRUCTURE || desk.model().lens() == Lens.GRADIENTS ? ROW : 0;
  }

  /** Redraws after nodes have moved or values changed. */
  void show() {
    shapes.getChildren().clear();
    ribbons.getChildren().clear();
    tags.clear();
    used = 0;
    if (desk.run().runProperty().get() != null) { // between two projects there is nothing to follow
      draw();
    }
    List<Label> left = words.subList(used, words.size());
    getChildren().removeAll(left);
    left.clear();
  }

  private void draw() {
    List<Stop> seen = desk.focus().followed().wayProperty().get().stream().filter(stop -> places.apply(stop.at()).isPresent()).toList();
    ribbons.pseudoClassStateChanged(AHEAD, ahead());
    WireRoute route = new WireRoute(desk.model(), desk.places());
    for (int i = 0; i < seen.size(); i++) {
      Stop stop = seen.get(i);
      Box box = places.apply(stop.at()).orElseThrow();
      mark(box);
      if (labelled) {
        value(stop, box);
      }
      List<WireCurve> courses = i + 1 < seen.size() ? route.courses(stop.at(), seen.get(i + 1).at()) : List.of();
      courses.forEach(this::ribbon);
      if (labelled && !courses.isEmpty() && !Double.isNaN(stop.weight())) {
        weight(stop, seen.get(i + 1), courses.get(courses.size() - 1));
      }
    }
    tags.place();
  }

  /** Whether the current step has not reached its backward pass, so that there is no gradient on the path yet. */
  private boolean ahead() {
    return desk.run().snapshot().flatMap(Snapshot::cursor)
        .filter(cursor -> cursor.phase() == Cursor.Phase.FORWARD || cursor.phase() == Cursor.Phase.LOSS).isPresent();
  }

  private void ribbon(WireCurve course) {
    WireLine band = new WireLine("way-ribbon");
    band.follow(course);
    Chevrons chevrons = new Chevrons();
    chevrons.follow(course);
    chevrons.move(0, WIDTH);
    ribbons.getChildren().addAll(band, chevrons);
  }

  private void mark(Box number) {
    if (number.width() > 0 && number.height() > 0) {
      Rectangle rim = new Rectangle(number.x() - RIM, number.y() - RIM, number.width() + 2 * RIM, number.height() + 2 * RIM);
      rim.getStyleClass().add("way-place");
      shapes.getChildren().add(rim);
    }
  }

  /** Label of a number, above its node; of an opened node, left of its unit. */
  private void value(Stop stop, Box at) {
    if (stop.letter().isEmpty()) {
      return;
    }
    Label label = label(scaled(stop) ? "way.scaled" : "way.value", stop.letter(), stop.value());
    if (open(stop)) {
      tags.add(label, beside(stop, at, label), Optional.empty(), false);
    } else {
      tags.add(label, above(new Point2D(at.centerX(), at.y()), label), Optional.empty(), true);
    }
  }

  /** Left of a unit; where that is occupied, at the right over its wires, and for the data below them. */
  private Box beside(Stop stop, Box unit, Label label) {
    Box left = new Box(unit.x() - BESIDE - label.getWidth(), unit.centerY() - label.getHeight() / 2, label.getWidth(), label.getHeight());
    List<Box> units = desk.model().units().of(stop.at().node()).map(column -> units(stop.at().node(), column.units())).orElse(List.of());
    if (units.stream().anyMatch(left::touches)) {
      return new Box(unit.right() + BESIDE, unit.y() + RIM - left.height(), left.width(), left.height());
    }
    Camera camera = desk.model().camera();
    boolean cut = camera.untouched() && left.x() < camera.seen().x() + WayTags.GAP;
    return cut ? new Box(camera.seen().x() + WayTags.GAP, units.stream().mapToDouble(Box::bottom).max().orElse(unit.bottom()) + BESIDE,
        left.width(), left.height()) : left;
  }

  private List<Box> units(int node, int count) {
    return IntStream.range(0, count).mapToObj(unit -> desk.places().tile(desk.model().network().node(node), unit)).flatMap(Optional::stream)
        .toList();
  }

  /** Factor: on the ribbon between two units, otherwise above the gap before the second node. */
  private void weight(Stop stop, Stop to, WireCurve course) {
    Label label = label("way.value", "w", stop.weight());
    Point2D of = new Point2D(course.x(0.5), course.y(0.5));
    if (open(stop) && open(to)) {
      tags.add(label, new Box(of.getX() - label.getWidth() / 2, of.getY() - WIDTH - label.getHeight(), label.getWidth(),
          label.getHeight()), Optional.empty(), false);
    } else {
      tags.add(label, above(of, label), Optional.of(of), true);
    }
  }

  private boolean open(Stop stop) {
    return desk.model().units().open(stop.at().node());
  }

  /** Whether the node shows the number unscaled. */
  private boolean scaled(Stop stop) {
    Run run = desk.run().runProperty().get();
    Node node = desk.model().network().node(stop.at().node());
    return run.data().scaling() != Scaling.NONE
        && node.layer().dataShape().filter(shape -> ExamplePane.measures(run.data(), shape)).isPresent();
  }

  private Label label(String key, String letter, double value) {
    String number = Double.isNaN(value) ? "?" : desk.lang().numbers().significant(value, 4);
    if (used == words.size()) {
      Label added = new Label();
      added.getStyleClass().add("way-label");
      words.add(added);
      getChildren().add(added);
    }
    Label label = words.get(used++);
    label.setText(desk.lang().say(key, letter, number));
    label.applyCss();
    label.autosize();
    return label;
  }

  /** Above the nodes around a point. */
  private Box above(Point2D of, Label label) {
    double width = label.getWidth();
    Box under = new Box(of.getX() - width / 2, of.getY(), width, 1);
    double roof = desk.model().network().nodes().stream().map(desk.places()::box).filter(under::touches).mapToDouble(Box::y).min()
        .orElse(of.getY());
    return new Box(of.getX() - width / 2, Math.rint(roof - LIFT - label.getHeight()), width, label.getHeight());
  }
}
