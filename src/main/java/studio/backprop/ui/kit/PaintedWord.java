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
 * Words that were painted, and where: what is painted has no nodes that could be measured, so each word is kept with its font and its
 * place.
 *
 * @param text what was written
 * @param font in which
 * @param x of the point that it was written at, in px of the painting before its transform
 * @param y likewise
 * @param side which part of the text lies at that point
 * @param line which height of the text lies at that point
 * @param most how wide it may be; a wider text is set narrower
 * @param moved how the painter had moved or turned its pen
 */
public record PaintedWord(String text, Font font, double x, double y, TextAlignment side, VPos line, double most,
    Affine moved) {
  static PaintedWord of(GraphicsContext g, String text, double x, double y, double most) {
    return new PaintedWord(text, g.getFont(), x, y, g.getTextAlign(), g.getTextBaseline(), most, g.getTransform());
  }

  /** The box around the words, in px of the canvas. Costs a layout of the text. */
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
