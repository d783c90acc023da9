package studio.backprop.ui.design.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.wire.WireLayer;

/** Labels of the followed path, placed without overlap of each other and of wire labels. */
final class WayTags {
  /** Distance between two labels, and to the edge of the window. */
  static final double GAP = 4;
  private static final double INSIDE = 6;

  private final Camera camera;
  private final WireLayer wires;
  private final Group leads;
  private final List<Tag> tags = new ArrayList<>();

  /** Label at a place on the canvas. */
  private record Tag(Label label, Box wished, Optional<Point2D> of, boolean row) {}

  /** @param leads receives the leader lines */
  WayTags(Camera camera, WireLayer wires, Group leads) {
    this.camera = camera;
    this.wires = wires;
    this.leads = leads;
  }

  void clear() {
    tags.clear();
  }

  /**
   * Adds a label.
   *
   * @param wished preferred bounds
   * @param of end of its leader line, if any
   * @param row whether it stands in a row with others above the nodes
   */
  void add(Label label, Box wished, Optional<Point2D> of, boolean row) {
    tags.add(new Tag(label, wished, of, row));
  }

  void place() {
    List<Box> taken = new ArrayList<>(wires.words());
    Map<Double, List<Tag>> rows = new TreeMap<>(Comparator.reverseOrder());
    tags.stream().filter(Tag::row).forEach(tag -> rows.computeIfAbsent(tag.wished().y(), y -> new ArrayList<>()).add(tag));
    rows.values().forEach(row -> placeRow(row, taken));
    tags.stream().filter(tag -> !tag.row()).forEach(tag -> place(tag, tag.wished(), taken));
  }

  /** In one row, above what is already there. */
  private void placeRow(List<Tag> row, List<Box> taken) {
    row.sort(Comparator.comparingDouble(tag -> tag.wished().x()));
    boolean fitted = camera.untouched();
    double[] lefts = TagRow.place(
        row.stream().mapToDouble(tag -> tag.wished().x()).toArray(), row.stream().mapToDouble(tag -> tag.wished().width()).toArray(), GAP,
        fitted ? camera.seen().x() + GAP : Double.NEGATIVE_INFINITY, fitted ? camera.seen().right() - GAP : Double.POSITIVE_INFINITY);
    double rise = 0;
    for (int i = 0; i < lefts.length; i++) {
      Box box = row.get(i).wished().moved(lefts[i] - row.get(i).wished().x(), 0);
      rise = Math.max(rise, box.y() - free(box, taken).y());
    }
    for (int i = 0; i < lefts.length; i++) {
      place(row.get(i), row.get(i).wished().moved(lefts[i] - row.get(i).wished().x(), -rise), taken);
    }
  }

  private void place(Tag tag, Box wished, List<Box> taken) {
    Box box = free(wished, taken);
    tag.label().relocate(Math.rint(box.x()), Math.rint(box.y()));
    tag.of().ifPresent(of -> lead(box, of));
    taken.add(box);
  }

  /** Moves up past occupied places. */
  private static Box free(Box wished, List<Box> taken) {
    return taken.stream().filter(wished::touches).findFirst().map(other -> free(wished.moved(0, other.y() - 2 - wished.bottom()), taken))
        .orElse(wished);
  }

  /** Leader line from a label to its subject, around labels between them. */
  private void lead(Box tag, Point2D of) {
    double from = Math.max(tag.x() + INSIDE, Math.min(tag.right() - INSIDE, of.getX()));
    Box between = new Box(of.getX(), tag.bottom(), 0, Math.max(0, of.getY() - tag.bottom()));
    wires.words().stream().filter(between::touches).findFirst().ifPresentOrElse(word -> {
      line(from, tag.bottom(), of.getX(), word.y());
      line(of.getX(), word.bottom(), of.getX(), of.getY());
    }, () -> line(from, tag.bottom(), of.getX(), of.getY()));
  }

  private void line(double x1, double y1, double x2, double y2) {
    Line lead = new Line(x1, y1, x2, Math.max(y1, y2));
    lead.getStyleClass().add("way-lead");
    leads.getChildren().add(0, lead);
  }
}
