package studio.backprop.ui.watch.plots;

import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Page of pictures decoded from random latent codes; the first of several channels. */
final class SamplesPage extends VBox {
  private static final double GAP = 6;
  /** Maximum width of a picture. */
  private static final double MOST = 120;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private NetworkOutput.Invented pictures;

  SamplesPage(OutputModel model, Lang lang, ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("invented");
    painting.setMinSize(0, 0);
    painting.accessibleTextProperty().bind(lang.bind("plots.output_invented"));
    VBox.setVgrow(painting, Priority.ALWAYS);
    Label from = new Label();
    from.textProperty().bind(lang.bind("plots.invented_from"));
    from.getStyleClass().addAll("note", "mut");
    HBox.setHgrow(from, Priority.ALWAYS);
    from.setMaxWidth(Double.MAX_VALUE);
    from.setMinWidth(0);
    HBox tools = new HBox(from, new Redraw(model, lang));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(tools, painting);
  }

  void show(NetworkOutput.Invented drawn) {
    pictures = drawn;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (pictures == null) {
      return;
    }
    Raster raster = raster();
    int high = pictures.shape().size(1);
    int wide = pictures.shape().size(2);
    double tall = (double) high / wide;
    int columns = columns(width, height, tall);
    double side = side(columns, width, height, tall);
    g.setStroke(theme.palette().color(Token.BORDER));
    g.setLineWidth(1);
    for (int i = 0; i < pictures.count(); i++) {
      double x = Math.floor(i % columns * (side + GAP)) + 1;
      double y = Math.floor(i / columns * (side * tall + GAP)) + 1;
      raster.paint(g, 0, i * high, wide, high, x, y, side, side * tall);
      g.strokeRect(x - 0.5, y - 0.5, side + 1, side * tall + 1);
    }
  }

  /** Number of columns that maximizes the pictures. */
  private int columns(double width, double height, double tall) {
    int best = 1;
    for (int columns = 2; columns <= pictures.count(); columns++) {
      best = side(columns, width, height, tall) > side(best, width, height, tall) ? columns : best;
    }
    return best;
  }

  private double side(int columns, double width, double height, double tall) {
    int rows = (pictures.count() + columns - 1) / columns;
    double side = Math.min((width - 1) / columns - GAP, ((height - 1) / rows - GAP) / tall);
    return Math.floor(Math.max(1, Math.min(MOST, side)));
  }

  /** All pictures, stacked vertically. */
  private Raster raster() {
    Shape shape = pictures.shape();
    int high = shape.size(1);
    int wide = shape.size(2);
    Raster raster = new Raster(wide, pictures.count() * high);
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < wide; x++) {
        float pixel = pictures.pixels()[y / high * (int) shape.count() + y % high * wide + x];
        raster.set(x, y, theme.palette().pixels().argb(pixel));
      }
    }
    raster.update();
    return raster;
  }
}
