package studio.backprop.ui.inside.lens.conv;

import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.backprop.layer.Reach;
import studio.backprop.layer.Ties;
import studio.backprop.network.Analysis;
import studio.backprop.network.Field;
import studio.backprop.network.Footprint;
import studio.backprop.network.Influence;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/**
 * Receptive field of one output in the image: of this node, and of the following ones, whose fields are larger. The size given is the full
 * one; where it reaches into the padding, the outline ends at the border of the image, with a note.
 */
final class ReceptiveField extends VBox {
  private static final double WIDTH = 214;
  private static final double GAP = 24;
  /** Minimum width. */
  private static final double WIDE = 1080;
  private static final double IMAGE_SIDE = 176;
  private static final double EDGE = 6;
  private static final double TINT = 0.2;
  private static final int MAX_FIELDS = 3;
  private static final List<Token> COLOURS = List.of(Token.GROUP_CONVOLUTION, Token.ACCENT, Token.GROUP_SEQUENCE);

  /**
   * Receptive field of a node.
   *
   * @param cells row-major indices of the input
   */
  private record Seen(Node node, BitSet cells, int first, int last, int left, int right) {
    int height() {
      return last - first + 1;
    }

    int width() {
      return right - left + 1;
    }
  }

  private final LensDesk desk;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Painting picture = new Painting(this::paint);
  private final GridPane table = new GridPane();
  private final Extent extent = new Extent();
  private List<Seen> seen = List.of();
  /** Key of the cached fields: node, network and language. */
  private List<Object> known = List.of();
  private Optional<Node> image = Optional.empty();
  private Shape shape = Shape.SCALAR;
  private Analysis analysis = Network.EMPTY.analyse();
  private List<Node> nodes = List.of();
  private Map<Integer, Footprint> footprints = Map.of();
  private int place = -1;
  private boolean lying;

  ReceptiveField(LensDesk desk) {
    this.desk = desk;
    title.getStyleClass().add("strong");
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    picture.setMinSize(IMAGE_SIDE, IMAGE_SIDE);
    picture.setMaxSize(IMAGE_SIDE, IMAGE_SIDE);
    table.getStyleClass().add("seen");
    getStyleClass().addAll("card", "receptive");
    setMinWidth(WIDTH);
    lie(false);
  }

  /** Computes the fields, unless cached. */
  void of(Node node) {
    List<Object> now = List.of(node, desk.model().network(), desk.lang().texts());
    if (!now.equals(known)) {
      known = now;
      find(node);
    }
  }

  private void find(Node node) {
    Network network = desk.model().network();
    analysis = network.analyse();
    footprints = Footprint.of(network, analysis, 1);
    nodes = analysis.order().stream().filter(one -> one.id() == node.id() || network.leads(node.id(), one.id()))
        .filter(one -> analysis.ties(one).map(Ties::reach).filter(reach -> shows(reach, one, node)).isPresent()).limit(MAX_FIELDS).toList();
    image = analysis.order().stream().filter(one -> one.layer().isInput() && network.leads(one.id(), node.id())).findFirst();
    shape = image.flatMap(one -> analysis.shape(one.id())).filter(s -> s.rank() > 1).orElse(Shape.SCALAR);
    place = -1;
    title.setText(desk.lang().say("lens.field"));
  }

  /** Whether the node has a receptive field in an image. */
  boolean exists() {
    return shape.rank() > 1 && !nodes.isEmpty();
  }

  static boolean fits(double width) {
    return width > WIDE;
  }

  static double takes() {
    return WIDTH + GAP;
  }

  /** Image and text side by side, or stacked. */
  void lie(boolean lies) {
    if (lies != lying || getChildren().isEmpty()) {
      lying = lies;
      setMaxSize(lies ? Double.MAX_VALUE : WIDTH, Region.USE_PREF_SIZE);
      if (lies) {
        HBox line = new HBox(picture, new VBox(title, note, table));
        line.getStyleClass().add("lying");
        getChildren().setAll(line);
      } else {
        getChildren().setAll(title, note, picture, table);
      }
    }
  }

  /** Of the following nodes, 1×1 ones add nothing and those with a global field see all. */
  private static boolean shows(Reach reach, Node one, Node node) {
    return reach.equals(Reach.PLACE) ? one.id() == node.id() : !reach.whole();
  }

  private int rows() {
    return shape.size(shape.rank() - 2);
  }

  private int columns() {
    return shape.size(shape.rank() - 1);
  }

  /** Traces one output of the node back to the image, and one it feeds in the following nodes. @param number row-major */
  void at(int number) {
    if (exists() && number != place) {
      place = number;
      Optional<Influence> own = Influence.of(desk.model().network(), analysis, nodes.get(0).id(), number);
      seen = own.stream().flatMap(one -> nodes.stream().flatMap(node -> seen(node, one).stream())).toList();
      note.setText(desk.lang().say("lens.field.note")
          + (seen.stream().anyMatch(this::clipped) ? desk.lang().say("lens.field.clipped") : ""));
      fill();
    }
    picture.repaint();
  }

  private Optional<Seen> seen(Node node, Influence own) {
    Optional<Influence> its = node.id() == own.node() ? Optional.of(own) : own.in(node.id())
        .flatMap(cells -> Influence.of(desk.model().network(), analysis, node.id(), middle(cells)));
    return its.flatMap(one -> one.in(image.orElseThrow().id())).filter(cells -> !cells.isEmpty()).map(cells -> {
      IntSummaryStatistics down = cells.stream().map(cell -> cell / columns() % rows()).summaryStatistics();
      IntSummaryStatistics across = cells.stream().map(cell -> cell % columns()).summaryStatistics();
      return new Seen(node, cells, down.getMin(), down.getMax(), across.getMin(), across.getMax());
    });
  }

  private static int middle(BitSet cells) {
    return cells.stream().skip((cells.cardinality() - 1) / 2).findFirst().orElse(-1);
  }

  private void fill() {
    table.getChildren().clear();
    table.addRow(0, new Region(), head("lens.field.of"), head("lens.field.sees"), head("lens.field.step"));
    for (int i = 0; i < seen.size(); i++) {
      Region swatch = new Region();
      swatch.getStyleClass().add("swatch");
      swatch.setStyle("-fx-border-color: " + COLOURS.get(i).css());
      Label name = new Label(seen.get(i).node().name());
      name.getStyleClass().add("strong");
      table.addRow(i + 1, swatch, name, new Label(size(seen.get(i))), new Label(step(seen.get(i).node())));
    }
  }

  private Label head(String key) {
    return Labels.whole(desk.lang().say(key), "note", "mut");
  }

  private Optional<Field> field(Node node) {
    return Optional.ofNullable(footprints.get(node.id())).flatMap(Footprint::field);
  }

  /** The full field, with its part in the padding; without an image the number of positions. */
  private String size(Seen one) {
    return field(one.node()).map(Field::size).map(size -> size.height() + "×" + size.width())
        .orElseGet(() -> one.height() + "×" + one.width());
  }

  /** Whether a field reaches over the border of the image. */
  private boolean clipped(Seen one) {
    boolean touches = one.first() == 0 || one.left() == 0 || one.last() == rows() - 1 || one.right() == columns() - 1;
    return touches && field(one.node()).map(Field::size).filter(size -> size.height() > one.height() || size.width() > one.width())
        .isPresent();
  }

  /** Stride of the field in the image; below 1 behind upsampling. */
  private String step(Node node) {
    return field(node).map(field -> desk.lang().numbers().compact(field.step())).orElse("–");
  }

  private void paint(GraphicsContext g, double width, double height) {
    float[] pixels = image.flatMap(node -> desk.model().run().snapshot().map(s -> s.activations().output(node.id()))).orElse(null);
    if (pixels == null || shape.rank() < 2) {
      return;
    }
    Palette palette = desk.theme().palette();
    Scale scale = palette.pixels();
    int area = rows() * columns();
    float largest = Math.max(1e-6f, extent.largest(pixels, 0, area));
    Raster raster = new Raster(columns(), rows());
    for (int i = 0; i < area; i++) {
      raster.set(i % columns(), i / columns(), scale.argb(pixels[i] / largest));
    }
    raster.update();
    double cell = (width - 2 * EDGE) / Math.max(rows(), columns());
    double left = (width - columns() * cell) / 2;
    double top = (height - rows() * cell) / 2;
    raster.paint(g, 0, 0, columns(), rows(), left, top, columns() * cell, rows() * cell);
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeRect(left, top, columns() * cell, rows() * cell);
    for (int i = seen.size() - 1; i >= 0; i--) {
      paint(g, seen.get(i), palette.color(COLOURS.get(i)), left, top, cell);
    }
  }

  /** Outline of the bounding box, and a tint over the pixels that count: a dilated field has gaps. */
  private void paint(GraphicsContext g, Seen one, Color colour, double left, double top, double cell) {
    int area = rows() * columns();
    g.setFill(colour.deriveColor(0, 1, 1, TINT));
    boolean[] done = new boolean[area];
    one.cells().stream().map(place -> place % area).filter(place -> !done[place]).forEach(place -> {
      done[place] = true;
      g.fillRect(left + place % columns() * cell, top + place / columns() * cell, cell, cell);
    });
    g.setStroke(colour);
    g.setLineWidth(2);
    g.strokeRect(left + one.left() * cell, top + one.first() * cell, (one.right() - one.left() + 1) * cell, (one.last() - one.first() + 1)
        * cell);
  }
}
