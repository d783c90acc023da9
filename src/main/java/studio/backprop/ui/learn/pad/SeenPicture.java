package studio.backprop.ui.learn.pad;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;

/** The network's input: the drawing scaled and centred like the training images. */
final class SeenPicture extends StackPane {
  private final PadModel model;
  private final ThemeModel theme;
  private final Painting cells = new Painting(this::paint);
  private Raster raster;

  SeenPicture(PadModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    getStyleClass().add("seen");
    cells.accessibleTextProperty().bind(lang.bind("pad.seen.help"));
    getChildren().add(cells);
    model.pictureProperty().subscribe(cells::repaint);
    model.formProperty().subscribe(cells::repaint);
    theme.paletteProperty().subscribe(cells::repaint);
  }

  private void paint(GraphicsContext g, double width, double height) {
    model.formProperty().get().ifPresent(form -> paint(g, form, width, height));
  }

  private void paint(GraphicsContext g, PictureForm form, double width, double height) {
    Shape shape = form.shape();
    int rows = shape.size(1);
    int columns = shape.size(2);
    if (raster == null || raster.width() != columns || raster.height() != rows) {
      raster = new Raster(columns, rows);
    }
    float[] seen = model.pictureProperty().get().orElse(null);
    float unit = model.data().map(data -> 1f / data.dataset().about().largestPixel()).orElse(1f);
    for (int i = 0; i < rows * columns; i++) {
      raster.set(i % columns, i / columns, theme.palette().pixels().argb((seen == null ? form.paper()[0] : seen[i]) * unit));
    }
    raster.update();
    double scale = Math.min(width / columns, height / rows);
    raster.paint(g, 0, 0, columns, rows, (width - columns * scale) / 2, (height - rows * scale) / 2, columns * scale, rows * scale);
  }
}
