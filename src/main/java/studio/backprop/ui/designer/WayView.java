package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import studio.backprop.ui.run.Followed.Stop;

/** The way of the number that is followed, over the nodes: from where it acts along the numbers it changes to the loss, with what they are. */
final class WayView extends Pane {
  private static final double BEND = 0.45;
  private static final double LIFT = 6;

  private final Desk desk;
  private final CanvasView canvas;
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
    List<Stop> way = desk.run().followed().wayProperty().get();
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
      label(seen.get(i), boxes.get(i), i + 1 < seen.size() ? Optional.of(boxes.get(i + 1)) : Optional.empty());
    }
  }

  private Optional<Box> place(Stop stop) {
    return Optional.ofNullable(canvas.view(stop.at().node())).filter(NodeView::isVisible).map(view -> view.placeOf(stop.at()));
  }

  private static CubicCurve line(Box from, Box to) {
    double bend = (to.x() - from.right()) * BEND;
    CubicCurve line = new CubicCurve(
        from.right(), from.centerY(), from.right() + bend, from.centerY(), to.x() - bend, to.centerY(), to.x(), to.centerY());
    line.getStyleClass().add("way-line");
    return line;
  }

  private void label(Stop stop, Box at, Optional<Box> next) {
    if (!stop.letter().isEmpty()) {
      add(stop.letter(), stop.value(), at.centerX(), at.y() - LIFT);
    }
    next.filter(to -> !Double.isNaN(stop.weight())).ifPresent(to ->
        add("w", stop.weight(), (at.right() + to.x()) / 2, (at.centerY() + to.centerY()) / 2 - LIFT));
  }

  private void add(String letter, double value, double x, double bottom) {
    String number = Double.isNaN(value) ? "?" : desk.lang().numbers().significant(value, 4);
    Label label = new Label(desk.lang().say("way.value", letter, number));
    label.getStyleClass().add("way-label");
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    Point2D corner = free(Math.rint(x - label.getWidth() / 2), Math.rint(bottom - label.getHeight()), label);
    label.relocate(corner.getX(), corner.getY());
  }

  /** Higher up, where another label has the place already. */
  private Point2D free(double x, double y, Label label) {
    Box wished = new Box(x, y, label.getWidth(), label.getHeight());
    boolean taken = getChildren().stream().filter(other -> other != label && other instanceof Label)
        .anyMatch(other -> other.getBoundsInParent().intersects(wished.x(), wished.y(), wished.width(), wished.height()));
    return taken ? free(x, y - label.getHeight() - 2, label) : new Point2D(x, y);
  }
}
