package studio.backprop.ui.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.layer.Input;
import studio.backprop.network.Analysis;
import studio.backprop.network.Field;
import studio.backprop.network.Footprint;
import studio.backprop.network.Node;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/** Which pixels of the picture one value can see: of this node, and of the next ones, whose view is wider. */
final class ReceptiveField extends VBox {
  static final double WIDTH = 214;
  private static final double SIDE = 176;
  private static final int MOST = 3;
  private static final List<Token> COLOURS = List.of(Token.GROUP_CONVOLUTION, Token.ACCENT, Token.GROUP_SEQUENCE);

  /** A node and what one of its values sees. */
  private record Seen(Node node, Size size) {}

  private final LensDesk desk;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Painting picture = new Painting(this::paint);
  private final GridPane table = new GridPane();
  private final Extent extent = new Extent();
  private List<Seen> seen = List.of();
  /** For which node, network and language it was found. */
  private List<Object> known = List.of();
  private Optional<Node> image = Optional.empty();
  private Shape shape = Shape.SCALAR;
  private double down;
  private double across;

  ReceptiveField(LensDesk desk) {
    this.desk = desk;
    title.getStyleClass().add("strong");
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    picture.setMinSize(SIDE, SIDE);
    picture.setMaxSize(SIDE, SIDE);
    table.getStyleClass().add("seen");
    getStyleClass().addAll("card", "receptive");
    setMinWidth(WIDTH);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    getChildren().addAll(title, note, picture, table);
  }

  /** Finds what is seen of the picture that comes into the network; again only if the network or the language has changed. */
  void of(Node node) {
    List<Object> now = List.of(node, desk.model().network(), desk.lang().texts());
    if (!now.equals(known)) {
      known = now;
      find(node);
    }
  }

  private void find(Node node) {
    Analysis analysis = desk.model().network().analyse();
    Map<Integer, Footprint> footprints = Footprint.of(desk.model().network(), analysis, 1);
    List<Seen> found = new ArrayList<>();
    boolean reached = false;
    for (Node one : analysis.order()) {
      reached |= one.id() == node.id();
      Optional<Field> field = Optional.ofNullable(footprints.get(one.id())).flatMap(Footprint::field).filter(f -> !f.whole());
      if (reached && field.isPresent() && found.size() < MOST && (one.id() == node.id() || desk.model().network().leads(node.id(), one.id()))) {
        found.add(new Seen(one, field.get().size()));
      }
    }
    seen = found;
    image = analysis.order().stream().filter(one -> one.layer() instanceof Input && desk.model().network().leads(one.id(), node.id())).findFirst();
    shape = image.flatMap(one -> analysis.shape(one.id())).filter(s -> s.rank() == 3).orElse(Shape.SCALAR);
    setVisible(shape.rank() == 3 && !seen.isEmpty());
    title.setText(desk.lang().say("lens.field"));
    note.setText(desk.lang().say("lens.field.note"));
    table.getChildren().clear();
    for (int i = 0; i < seen.size(); i++) {
      Region swatch = new Region();
      swatch.getStyleClass().add("swatch");
      swatch.setStyle("-fx-border-color: " + COLOURS.get(i).css());
      Label name = new Label(seen.get(i).node().name());
      name.getStyleClass().add("strong");
      table.addRow(i, swatch, name, new Label(desk.lang().say("lens.field.size", seen.get(i).size().toString())));
    }
  }

  /** @param down where the value lies along the height, 0 to 1 */
  void at(double down, double across) {
    this.down = down;
    this.across = across;
    picture.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    float[] pixels = image.flatMap(node -> desk.model().run().snapshot().map(s -> s.activations().output(node.id()))).orElse(null);
    if (pixels == null || shape.rank() != 3) {
      return;
    }
    int rows = shape.size(1);
    int columns = shape.size(2);
    Palette palette = desk.theme().palette();
    Scale scale = palette.pixels();
    float largest = Math.max(1e-6f, extent.largest(pixels, 0, rows * columns));
    Raster raster = new Raster(columns, rows);
    for (int i = 0; i < rows * columns; i++) {
      raster.set(i % columns, i / columns, scale.argb(pixels[i] / largest));
    }
    raster.update();
    double cell = width * 0.7 / Math.max(rows, columns);
    double left = (width - columns * cell) / 2;
    double top = (height - rows * cell) / 2;
    raster.paint(g, 0, 0, columns, rows, left, top, columns * cell, rows * cell);
    g.setStroke(palette.color(Token.BORDER));
    g.strokeRect(left, top, columns * cell, rows * cell);
    for (int i = seen.size() - 1; i >= 0; i--) {
      Size size = seen.get(i).size();
      g.setStroke(palette.color(COLOURS.get(i)));
      g.setLineWidth(2);
      double x = left + (across * columns - size.width() / 2.0) * cell;
      double y = top + (down * rows - size.height() / 2.0) * cell;
      g.strokeRect(x, y, size.width() * cell, size.height() * cell);
    }
  }
}
