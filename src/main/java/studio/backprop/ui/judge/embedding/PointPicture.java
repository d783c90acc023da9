package studio.backprop.ui.judge.embedding;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.GraphPicture;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Picture or graph of an example, scaled to its place. */
final class PointPicture extends StackPane {
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private PreparedData data;
  private Example example;

  PointPicture(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("example-picture");
    setMouseTransparent(true);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  void show(PreparedData of, Example one) {
    data = of;
    example = one;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (data == null || !data.dataset().hasPictures()) {
      return;
    }
    if (data.dataset().isGraphs()) {
      GraphPicture.of(data, example).paint(g, theme.palette(), 0, 0, width, height);
      return;
    }
    int high = data.dataset().inputShape().size(1);
    int wide = data.dataset().inputShape().size(2);
    float[] raw = new float[data.dataset().width()];
    data.copyRawInput(example.part(), example.row(), raw);
    float unit = 1f / data.dataset().about().largestPixel();
    Raster raster = new Raster(wide, high);
    for (int i = 0; i < high * wide; i++) {
      raster.set(i % wide, i / wide, theme.palette().pixels().argb(raw[i] * unit));
    }
    raster.update();
    double cell = Math.min(width / wide, height / high);
    double left = (width - cell * wide) / 2;
    double top = (height - cell * high) / 2;
    raster.paint(g, 0, 0, wide, high, left, top, cell * wide, cell * high);
    g.setStroke(theme.palette().color(Token.BORDER));
    g.strokeRect(left + 0.5, top + 0.5, cell * wide - 1, cell * high - 1);
  }
}
