package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.design.designer.edit.UnitColumn;
import studio.backprop.ui.design.designer.edit.UnitSpot;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.ParameterIndex;
import studio.backprop.ui.workspace.run.UnitNames;

/**
 * Pane of an opened node: a tile for each unit with its map over the plane or its value for the chosen example, and its bias as a small
 * square in the corner. Below a layer with weights, their norm or that of their gradient.
 */
final class UnitsPane extends NodePane implements UnitPlaces {
  private static final double BIAS = 7;
  private static final int DIGITS = 2;
  private static final int BIAS_DIGITS = 4;
  /** Pick distance around the square of a bias, in px. */
  private static final double PICK_MARGIN = 2;
  /** Overhang of the line through a disabled unit. */
  private static final double STRIKE = 2;
  /** Overhang of the names of the first units, to where the canvas ends; maximum width of those of the last. */
  private static final double OUT = 48;
  private static final double NAME = 116;
  /** Minimum height of a tile for a name of two lines. */
  private static final double MIN_TWO_LINES = 28;
  private static final int LONG_NAME = 8;
  /** Gap between name and tile. */
  private static final double BESIDE = 4;
  /** Minimum height of a tile for a value. */
  private static final double MIN_NUMBER = 15;

  private final CanvasDesk desk;
  private final Node node;
  private final UnitColumn column;
  private final Optional<ParameterIndex> learned;
  private final Optional<ParameterIndex> biases;
  private final HeatMap tiles;
  private final List<Rectangle> rims = new ArrayList<>();
  private final List<Rectangle> squares = new ArrayList<>();
  /** Lines through the tiles of disabled units. */
  private final List<Line> strikes = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Text> numbers = new ArrayList<>();
  private final List<NormRow> norms;
  private final Extent extent = new Extent();
  private final ColourReach.Limit reach;

  UnitsPane(CanvasDesk desk, Node node, UnitColumn column, Optional<ParameterIndex> learned, Optional<ParameterIndex> biases) {
    this.desk = desk;
    this.node = node;
    this.column = column;
    this.learned = learned;
    this.biases = biases;
    this.reach = desk.reach().limit(ColourReach.Quantity.OUTPUT, node.id());
    Box first = column.tile(0);
    tiles = new HeatMap(column.tiles());
    tiles.setMouseTransparent(true);
    norms = learned.isEmpty() || !column.norms() ? List.of()
        : desk.model().lens() == Lens.GRADIENTS ? List.of(Badges.gradient(desk)) : List.of(Badges.weight(desk), Badges.update(desk));
    getChildren().add(tiles);
    for (int unit = 0; unit < column.units(); unit++) {
      rims.add(rectangle(column.tile(unit), "unit-rim"));
      if (!column.plane() && first.height() >= MIN_NUMBER) {
        numbers.add(text("unit-number"));
      }
      if (biases.isPresent()) {
        Box tile = column.tile(unit);
        squares.add(rectangle(new Box(tile.x() - 1, tile.bottom() - BIAS + 1, BIAS, BIAS), "unit-bias"));
      }
    }
    for (int unit = 0; unit < column.units(); unit++) {
      strikes.add(strike(column.tile(unit)));
    }
    for (String name : UnitNames.of(desk.lang(), desk.run(), desk.model().network(), node, column.units())) {
      Label label = new Label(first.height() < MIN_TWO_LINES ? name : twoLines(name));
      label.getStyleClass().addAll("unit-name", "may-be-cut"); // columns of a table may have long ones
      label.setMouseTransparent(true);
      label.fontProperty().subscribe((was, now) -> requestLayout());
      label.skinProperty().subscribe((was, now) -> requestLayout()); // how wide it is is known only with the styles of the window
      names.add(label);
    }
    getChildren().addAll(names);
    getChildren().addAll(rims);
    getChildren().addAll(strikes);
    getChildren().addAll(squares);
    getChildren().addAll(numbers);
    getChildren().addAll(norms);
    pointAt(desk, node.id(), tiles, this);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /** Breaks a long name after the underscore nearest to its middle. */
  private static String twoLines(String name) {
    int middle = name.length() / 2;
    return IntStream.range(1, name.length()).filter(at -> name.charAt(at - 1) == '_' && name.length() > LONG_NAME).boxed()
        .min(Comparator.comparingInt(at -> Math.abs(at - middle)))
        .map(at -> name.substring(0, at) + "\n" + name.substring(at)).orElse(name);
  }

  private static Rectangle rectangle(Box box, String style) {
    Rectangle drawn = new Rectangle(box.x(), box.y(), box.width(), box.height());
    drawn.getStyleClass().add(style);
    drawn.setMouseTransparent(true);
    return drawn;
  }

  private static Line strike(Box tile) {
    Line line = new Line(tile.x() - STRIKE, tile.bottom() + STRIKE, tile.right() + STRIKE, tile.y() - STRIKE);
    line.getStyleClass().add("unit-off");
    line.setMouseTransparent(true);
    line.setVisible(false);
    return line;
  }

  @Override
  void redraw() {
    refresh();
  }

  @Override
  void simplify(boolean simple) {
    norms.forEach(norm -> norm.setVisible(!simple));
    numbers.forEach(number -> number.setVisible(!simple));
  }

  @Override
  void refresh() {
    Snapshot snapshot = desk.run().snapshot().orElse(null);
    if (snapshot == null) {
      return;
    }
    showTiles(snapshot.activations());
    for (int unit = 0; unit < strikes.size(); unit++) {
      strikes.get(unit).setVisible(snapshot.switches().isOff(node.id(), unit));
    }
    biases.filter(found -> snapshot.hasValues()).ifPresent(found -> showBiases(snapshot.values(found.parameter())));
    learned.ifPresent(found -> showNorms(snapshot, found));
  }

  private void showTiles(Activations seen) {
    float[] map = column.plane() ? seen.plane(node.id()) : null;
    float[] shown = map != null ? map : seen.output(node.id());
    int side = map == null ? 1 : Activations.PLANE_SIDE;
    if (shown == null || shown.length != column.units() * side * side) {
      return; // values are of another network
    }
    Palette palette = desk.theme().palette();
    float least = 0;
    for (float value : shown) {
      least = Math.min(least, value);
    }
    tiles.scaleProperty().set(least < 0 ? palette.signed() : palette.features());
    float limit = reach.of(extent.largest(shown));
    tiles.show(shown, 0, column.units(), side, side, limit);
    for (int unit = 0; unit < numbers.size(); unit++) {
      write(numbers.get(unit), column.tile(unit), shown[unit],
          palette.textOn(tiles.scaleProperty().get().color(shown[unit] / Math.max(limit, 1e-30f))));
    }
  }

  private void write(Text text, Box tile, float value, Color ink) {
    text.setText(desk.lang().numbers().significant(value, DIGITS));
    text.setStyle("-fx-fill: " + (ink.getBrightness() > 0.5 ? "-bp-cell-light" : "-bp-cell-dark"));
    text.relocate(Math.rint(tile.centerX() - text.getLayoutBounds().getWidth() / 2),
        Math.rint(tile.centerY() - text.getLayoutBounds().getHeight() / 2));
  }

  private void showBiases(float[] values) {
    float largest = extent.largest(values);
    for (int unit = 0; unit < Math.min(values.length, squares.size()); unit++) {
      squares.get(unit).setFill(desk.theme().palette().signed().color(largest > 0 ? values[unit] / largest : 0));
    }
  }

  private void showNorms(Snapshot snapshot, ParameterIndex found) {
    if (norms.isEmpty()) {
      return;
    }
    if (desk.model().lens() == Lens.GRADIENTS) {
      if (snapshot.gradKnown(found.parameter())) {
        norms.get(0).show(snapshot.gradNorm(found.parameter()));
      } else {
        norms.get(0).clear();
      }
      return;
    }
    norms.get(0).show(snapshot.weightNorm(found.parameter()));
    if (snapshot.measured() && !found.frozen()) {
      norms.get(1).show(snapshot.updateRatio(found.parameter()));
    } else {
      norms.get(1).clear();
    }
  }

  @Override
  Optional<UnitSpot> spotAt(double sceneX, double sceneY) {
    Point2D at = tiles.sceneToLocal(sceneX, sceneY);
    int onBias = biasAt(at.getX(), at.getY());
    int unit = onBias >= 0 ? onBias : unitAt(at.getX(), at.getY());
    return unit < 0 ? Optional.empty() : Optional.of(new UnitSpot(node.id(), unit, onBias >= 0));
  }

  @Override
  public String aside(double x, double y) {
    int unit = biasAt(x, y);
    Optional<Float> bias = desk.run().snapshot().filter(now -> unit >= 0 && now.hasValues()).flatMap(now -> biases
        .map(found -> now.values(found.parameter())).filter(values -> unit < values.length).map(values -> values[unit]));
    if (bias.isEmpty()) {
      return "";
    }
    String said = desk.lang().say(
        "hand.bias.value", node.name(), unit + 1, desk.lang().numbers().significant(bias.get(), BIAS_DIGITS));
    return desk.setsWeights() ? desk.lang().say("hand.how", said) : said;
  }

  /** Unit whose bias is at a place, relative to the first tile; −1 for none. */
  private int biasAt(double x, double y) {
    Box first = column.tile(0);
    for (int unit = 0; unit < squares.size(); unit++) {
      Rectangle square = squares.get(unit);
      double left = square.getX() - first.x();
      double top = square.getY() - first.y();
      if (x >= left - PICK_MARGIN && x <= left + BIAS + PICK_MARGIN && y >= top - PICK_MARGIN && y <= top + BIAS + PICK_MARGIN) {
        return unit;
      }
    }
    return -1;
  }

  // --- units, relative to the corner of the first tile

  @Override
  public int unitAt(double x, double y) {
    return tiles.mapAt(x, y);
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    Box first = column.tile(0);
    return unit >= 0 && unit < column.units() ? Optional.of(column.tile(unit).moved(-first.x(), -first.y())) : Optional.empty();
  }

  @Override
  protected void layoutChildren() {
    Box first = column.tile(0);
    tiles.resizeRelocate(first.x(), first.y(), tiles.prefWidth(-1), tiles.prefHeight(-1));
    placeNames();
    double side = 8;
    for (int row = 0; row < norms.size(); row++) {
      norms.get(row).resizeRelocate(side, column.footY() + row * NormRow.HEIGHT, getWidth() - 2 * side, NormRow.HEIGHT);
    }
  }

  /** Names of the first units stand before them, where there are no wires; those of the last after them, over the wires. */
  private void placeNames() {
    for (int unit = 0; unit < names.size(); unit++) {
      Label name = names.get(unit);
      Box tile = column.tile(unit);
      double width = Math.min(node.layer().isInput() ? tile.x() - BESIDE + OUT : NAME, name.prefWidth(-1));
      double height = name.prefHeight(-1);
      double x = node.layer().isInput() ? tile.x() - BESIDE - width : tile.right() + BESIDE;
      name.resizeRelocate(Math.rint(x), Math.rint(tile.centerY() - height / 2), width, height);
    }
  }
}
