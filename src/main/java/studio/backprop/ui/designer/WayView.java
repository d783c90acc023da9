package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Input;
import studio.backprop.network.Node;
import studio.backprop.train.Run;
import studio.backprop.ui.run.Followed.Stop;

/** The way of the number that is followed, over the nodes: from where it acts along the numbers it changes to the loss, with what they are. */
final class WayView extends Pane {
  private static final double BEND = 0.45;
  private static final double LIFT = 5;
  private static final double ROW = 21;

  private final Desk desk;
  private final CanvasView canvas;
  private final List<Box> labels = new ArrayList<>();
  private List<Box> words = List.of();
  private boolean labelled = true;

  WayView(Desk desk, CanvasView canvas) {
    this.desk = desk;
    this.canvas = canvas;
    setManaged(false);
    setPickOnBounds(false);
    setMouseTransparent(true);
    getStyleClass().add("way");
    desk.run().followed().wayProperty().subscribe(way -> show());
  }

  /** From far away the line is enough. */
  void showLabels(boolean shown) {
    labelled = shown;
    show();
  }

  /** Draws it anew, since nodes have moved or show other things. */
  void show() {
    getChildren().clear();
    labels.clear();
    words = canvas.wireWords();
    labels.addAll(words);
    boolean ready = desk.run().runProperty().get() != null; // between two projects there is nothing to follow
    List<Stop> way = ready ? desk.run().followed().wayProperty().get() : List.of();
    List<Box> boxes = new ArrayList<>();
    List<Stop> seen = new ArrayList<>();
    for (Stop stop : way) {
      place(stop).ifPresent(box -> {
        boxes.add(box);
        seen.add(stop);
      });
    }
    for (int i = 0; i + 1 < seen.size(); i++) {
      getChildren().add(line(boxes.get(i), boxes.get(i + 1)));
    }
    for (int i = 0; labelled && i < seen.size(); i++) {
      value(seen.get(i), boxes.get(i));
    }
    for (int i = 0; labelled && i + 1 < seen.size(); i++) {
      weight(seen.get(i), seen.get(i + 1), boxes.get(i), boxes.get(i + 1));
    }
  }

  private Optional<Box> place(Stop stop) {
    return canvas.placeOf(stop.at());
  }

  private static CubicCurve line(Box from, Box to) {
    double bend = (to.x() - from.right()) * BEND;
    CubicCurve line = new CubicCurve(
        from.right(), from.centerY(), from.right() + bend, from.centerY(), to.x() - bend, to.centerY(), to.x(), to.centerY());
    line.getStyleClass().add("way-line");
    return line;
  }

  /** What a number is stands over its node, so that no title and no picture is covered. */
  private void value(Stop stop, Box at) {
    if (!stop.letter().isEmpty()) {
      add(scaled(stop) ? "way.scaled" : "way.value", stop.letter(), stop.value(), new Point2D(at.centerX(), at.y()), LIFT);
    }
  }

  /** Whether the node shows the number as it was measured, not as it comes in. */
  private boolean scaled(Stop stop) {
    Run run = desk.run().runProperty().get();
    Node node = desk.model().network().node(stop.at().node());
    return node.layer() instanceof Input input && run.data().scaling() != Scaling.NONE && ExamplePane.measures(run.data(), input.shape());
  }

  /** What it is multiplied by stands one row higher, over the gap between two nodes. */
  private void weight(Stop stop, Stop to, Box at, Box next) {
    if (Double.isNaN(stop.weight())) {
      return;
    }
    double x = gap(edges(stop).right(), edges(to).x());
    double part = Math.max(0, Math.min(1, (x - at.right()) / (next.x() - at.right())));
    Point2D of = new Point2D(x, at.centerY() + (next.centerY() - at.centerY()) * part * part * (3 - 2 * part));
    Box label = add("way.value", "w", stop.weight(), of, 2 * LIFT + ROW);
    Box whole = new Box(x, label.bottom(), 0, Math.max(0, of.getY() - label.bottom()));
    words.stream().filter(whole::touches).findFirst().ifPresentOrElse(word -> {
      lead(x, label.bottom(), word.y());
      lead(x, word.bottom(), of.getY());
    }, () -> lead(x, whole.y(), whole.bottom()));
  }

  /** The middle between two nodes, or the gap before the second where others stand between them. */
  private double gap(double from, double to) {
    double last = desk.model().network().nodes().stream().map(desk.places()::box).filter(box -> box.right() <= to && box.x() >= from)
        .mapToDouble(Box::right).max().orElse(from);
    return (last + to) / 2;
  }

  /** From a label to what it is about, around what is written between them. */
  private void lead(double x, double from, double to) {
    Line lead = new Line(x, from, x, Math.max(from, to));
    lead.getStyleClass().add("way-lead");
    getChildren().add(0, lead);
  }

  private Box edges(Stop stop) {
    return desk.places().box(desk.model().network().node(stop.at().node()));
  }

  private Box add(String key, String letter, double value, Point2D of, double lift) {
    String number = Double.isNaN(value) ? "?" : desk.lang().numbers().significant(value, 4);
    Label label = new Label(desk.lang().say(key, letter, number));
    label.getStyleClass().add("way-label");
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    double width = label.getWidth();
    Box place = free(new Box(Math.rint(of.getX() - width / 2), Math.rint(roof(of, width) - lift - label.getHeight()), width, label.getHeight()));
    label.relocate(place.x(), place.y());
    labels.add(place);
    return place;
  }

  /** The upper edge of what a label over a point would cover: of the nodes around the point. */
  private double roof(Point2D of, double width) {
    Box under = new Box(of.getX() - width / 2, of.getY(), width, 1);
    return desk.model().network().nodes().stream().map(desk.places()::box).filter(under::touches).mapToDouble(Box::y).min().orElse(of.getY());
  }

  /** Higher up, where another label has the place already. */
  private Box free(Box wished) {
    return labels.stream().anyMatch(wished::touches) ? free(wished.moved(0, -wished.height() - 2)) : wished;
  }
}
