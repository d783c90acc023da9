package studio.backprop.ui.judge.attribution;

import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Image of an example, as measured, scaled to the available space; the first of several channels. */
final class ExampleImage extends StackPane {
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private PreparedData data;
  private float[] pixels;
  private Raster raster;
  /** Pixel whose target is explained; −1 for none. */
  private int marked = -1;

  ExampleImage(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("example-picture");
    getChildren().add(painting);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
  }

  /** @param raw pixels, row-major */
  void show(PreparedData of, float[] raw, String said) {
    data = of;
    pixels = raw;
    painting.setAccessibleText(said);
    painting.repaint();
  }

  /** Marks the explained pixel where each has a target of its own; a click chooses another. */
  void offerTargets(ExplainedExample now, IntConsumer choose) {
    int count = now.data().dataset().inputShape().size(1) * now.data().dataset().inputShape().size(2);
    marked = now.hasPixelTargets() ? now.place() % count : -1;
    setOnMouseClicked(marked < 0 ? null : at -> {
      int pixel = pixelAt(at.getX(), at.getY());
      if (pixel >= 0) {
        choose.accept(pixel);
      }
    });
    painting.repaint();
  }

  private int pixelAt(double x, double y) {
    int high = data.dataset().inputShape().size(1);
    int wide = data.dataset().inputShape().size(2);
    double cell = Math.min(getWidth() / wide, getHeight() / high);
    int column = (int) Math.floor((x - (getWidth() - cell * wide) / 2) / cell);
    int row = (int) Math.floor((y - (getHeight() - cell * high) / 2) / cell);
    return row >= 0 && column >= 0 && row < high && column < wide ? row * wide + column : -1;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (data == null) {
      return;
    }
    int high = data.dataset().inputShape().size(1);
    int wide = data.dataset().inputShape().size(2);
    if (raster == null || raster.width() != wide || raster.height() != high) {
      raster = new Raster(wide, high);
    }
    float unit = 1f / data.dataset().about().largestPixel();
    for (int i = 0; i < high * wide; i++) {
      raster.set(i % wide, i / wide, theme.palette().pixels().argb(pixels[i] * unit));
    }
    raster.update();
    double cell = Math.min(width / wide, height / high);
    raster.paint(g, 0, 0, wide, high, (width - cell * wide) / 2, (height - cell * high) / 2, cell * wide, cell * high);
    g.setStroke(theme.palette().color(Token.BORDER));
    g.strokeRect((width - cell * wide) / 2 + 0.5, (height - cell * high) / 2 + 0.5, cell * wide - 1, cell * high - 1);
    if (marked >= 0) {
      g.setStroke(theme.palette().color(Token.GROUP_CONVOLUTION));
      g.setLineWidth(2);
      g.strokeRect((width - cell * wide) / 2 + marked % wide * cell - 1, (height - cell * high) / 2 + marked / wide * cell - 1, cell + 2,
          cell + 2);
      g.setLineWidth(1);
    }
  }
}
