package studio.backprop.ui.learn.pad;

import javafx.scene.canvas.GraphicsContext;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Token;

/** Pixel grid of an example; changed pixels are framed. */
final class PixelGrid {
  /** Smaller cells have no grid lines. */
  private static final double LEAST = 6;
  /** Smaller cells have thin frames. */
  private static final double SMALL = 16;

  private Raster raster;

  void paint(GraphicsContext g, EditedPicture pixels, Palette palette, double width, double height) {
    int rows = pixels.rows();
    int columns = pixels.columns();
    if (raster == null || raster.width() != columns || raster.height() != rows) {
      raster = new Raster(columns, rows);
    }
    for (int at = 0; at < rows * columns; at++) {
      float shade = pixels.pixel(at / columns, at % columns) / pixels.largest();
      raster.set(at % columns, at / columns, palette.pixels().argb(shade));
    }
    raster.update();
    raster.paint(g, 0, 0, columns, rows, 0, 0, width, height);
    double wide = width / columns;
    double high = height / rows;
    if (Math.min(wide, high) >= LEAST) {
      paintLines(g, palette, columns, rows, width, height);
    }
    double frame = Math.min(wide, high) < SMALL ? 1 : 2;
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(frame);
    for (int at = 0; at < rows * columns; at++) {
      if (pixels.isChanged(at / columns, at % columns)) {
        g.strokeRect(at % columns * wide + frame / 2, at / columns * high + frame / 2, wide - frame, high - frame);
      }
    }
  }

  private static void paintLines(GraphicsContext g, Palette palette, int columns, int rows, double width, double height) {
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setLineWidth(1);
    g.setGlobalAlpha(0.5);
    for (int c = 1; c < columns; c++) {
      double x = Math.rint(c * width / columns) + 0.5;
      g.strokeLine(x, 0, x, height);
    }
    for (int r = 1; r < rows; r++) {
      double y = Math.rint(r * height / rows) + 0.5;
      g.strokeLine(0, y, width, y);
    }
    g.setGlobalAlpha(1);
  }
}
