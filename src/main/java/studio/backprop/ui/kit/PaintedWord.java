package studio.backprop.ui.kit;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;

/**
 * Text painted on a canvas, with font, anchor in px before the transform, alignment and maximum width (condensed beyond), for tests and SVG
 * export.
 */
public record PaintedWord(String text, Font font, double x, double y, TextAlignment side, VPos line, double most,
    Affine moved) {
  static PaintedWord of(GraphicsContext g, String text, double x, double y, double most) {
    return new PaintedWord(text, g.getFont(), x, y, g.getTextAlign(), g.getTextBaseline(), most, g.getTransform());
  }

  /** Bounding box in px of the canvas. Lays out the text. */
  public Bounds bounds() {
    Text shape = new Text(text);
    shape.setFont(font);
    Bounds size = shape.getLayoutBounds();
    double width = Math.min(size.getWidth(), most);
    double left = switch (side) {
      case CENTER -> x - width / 2;
      case RIGHT -> x - width;
      default -> x;
    };
    double top = switch (line) {
      case CENTER -> y - size.getHeight() / 2;
      case TOP -> y;
      case BOTTOM -> y - size.getHeight();
      default -> y + size.getMinY();
    };
    return moved.transform(new BoundingBox(left, top, width, size.getHeight()));
  }
}
