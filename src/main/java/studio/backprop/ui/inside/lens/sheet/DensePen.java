package studio.backprop.ui.inside.lens.sheet;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Drawing primitives of a dense layer's picture: text, signed bars, and ribbons between its parts. */
public record DensePen(LensDesk desk, GraphicsContext g) {
  public static final double FONT = 12;
  public static final double NOTE = 11;
  private static final int DIGITS = 3;
  /** Width of bold text relative to plain text. */
  private static final double BOLDER = 1.08;
  private static final double TIP = 5;
  private static final double RIM = 3;

  public Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  public void text(String text, Token token, boolean bold, TextAlignment side, double x, double y, double size) {
    text(text, colour(token), bold, side, x, y, size);
  }

  public void text(String text, Color ink, boolean bold, TextAlignment side, double x, double y, double size) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(side);
    g.setFill(ink);
    Painting.write(g, text, x, y);
  }

  /** @param largest of its column */
  public void value(double value, double largest, Token token, boolean bold, double right, double y) {
    text(Double.isNaN(value) ? "–" : desk.lang().numbers().inColumn(value, largest, DIGITS), token, bold, TextAlignment.RIGHT, right, y,
        FONT);
  }

  /** Factors have a digit more than the product, so that readers can verify it. */
  public String factor(double value) {
    return Double.isNaN(value) ? "–" : desk.lang().numbers().significant(value, DIGITS + 1);
  }

  /** Number on a curve, with a halo. */
  public void halo(String text, Token token, TextAlignment side, double x, double y) {
    double wide = DenseTexts.width(text) * BOLDER;
    g.setFill(colour(Token.BG));
    g.fillRect(side == TextAlignment.LEFT ? x - 2 : x - wide - 2, y - NOTE / 2 - 1, wide + 4, NOTE + 2);
    text(text, token, true, side, x, y, NOTE);
  }

  public String number(double value) {
    return Double.isNaN(value) ? "–" : desk.lang().numbers().significant(value, DIGITS);
  }

  /** Signed bar from the middle line of its place. */
  public void bar(double value, double limit, Token positive, Token negative, double left, double width, double top, double high) {
    double middle = Math.rint(left + width / 2);
    g.setFill(colour(Token.BORDER));
    g.fillRect(middle, top, 1, high);
    if (Double.isFinite(value) && limit > 0) {
      double length = Math.min(1, Math.abs(value) / limit) * (width / 2 - 1);
      g.setFill(colour(value < 0 ? negative : positive));
      g.fillRect(value < 0 ? middle - length : middle + 1, top + RIM, length, high - 2 * RIM);
    }
  }

  /** Curve from one part to the next, in the backward pass with an arrow to the left. */
  public void ribbon(double fromX, double fromY, double toX, double toY, double wide, Color ink, boolean tip) {
    double bend = (toX - fromX) / 2;
    double end = tip ? toX - Math.signum(toX - fromX) * TIP : toX;
    g.setStroke(ink);
    g.setLineWidth(wide);
    g.beginPath();
    g.moveTo(fromX, fromY);
    g.bezierCurveTo(fromX + bend, fromY, toX - bend, toY, end, toY);
    g.stroke();
    if (tip) {
      g.setFill(ink);
      g.fillPolygon(new double[] {toX, end, end}, new double[] {toY, toY - TIP + 1, toY + TIP - 1}, 3);
    }
  }

  public void soft(double left, double top, double width, double high, Token token) {
    g.setFill(colour(token));
    g.fillRect(left, top, width, high);
  }
}
