package studio.backprop.ui.watch.plots;

import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;

/** Drawing surface of a JavaFX canvas. */
final class CanvasInk implements DrawingSurface {
  private final GraphicsContext g;
  private double above = Double.NEGATIVE_INFINITY;
  private double below = Double.POSITIVE_INFINITY;

  CanvasInk(GraphicsContext g) {
    this.g = g;
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setFont(Font.font(Fonts.FAMILY, FONT_SIZE));
    g.setTextBaseline(VPos.CENTER);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineCap(StrokeLineCap.BUTT);
  }

  @Override
  public void line(double[] xs, double[] ys, int count, Color color, double width, double... dashes) {
    if (width <= 1 && dashes.length == 0 && hasWholePixels() && PixelColumns.suit(xs, ys, count)) {
      g.setFill(color);
      PixelColumns.tell(xs, ys, count, above, below, g::fillRect);
      return;
    }
    g.setStroke(color);
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.strokePolyline(xs, ys, count);
    g.setLineDashes();
  }

  /** On fractional scales adjacent boxes would show seams. */
  private boolean hasWholePixels() {
    Scene scene = g.getCanvas().getScene();
    double scale = scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
    return scale == Math.rint(scale);
  }

  @Override
  public void dot(double x, double y, double radius, Color fill, Color rim) {
    g.setFill(fill);
    g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    g.setStroke(rim);
    g.setLineWidth(1.5);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill) {
    g.setFill(fill);
    g.fillRect(x, y, width, height);
  }

  @Override
  public void text(String text, double x, double y, Align align, Color color) {
    g.setTextAlign(TextAlignment.valueOf(align.name()));
    g.setFill(color);
    Painting.write(g, text, x, y);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    g.save();
    g.beginPath();
    g.rect(x, y, width, height);
    g.clip();
    above = y;
    below = y + height;
  }

  @Override
  public void unclip() {
    g.restore();
    above = Double.NEGATIVE_INFINITY;
    below = Double.POSITIVE_INFINITY;
  }
}
