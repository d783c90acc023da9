package studio.backprop.ui.judge.evaluate;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Coordinate system of two rates in [0, 1] on a canvas, with tick marks and labels at the left and lower edge.
 *
 * @param width of the canvas, in px
 * @param height of the canvas, in px
 */
record UnitPlane(double width, double height) {
  private static final double LEFT = 46;
  private static final double TOP = 10;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 38;
  private static final double[] MARKS = {0, 0.5, 1};
  private static final double DASH = 3;

  boolean fits() {
    return width > 2 * LEFT && height > 2 * BOTTOM;
  }

  double x(double rate) {
    return LEFT + rate * (width - LEFT - RIGHT);
  }

  double y(double rate) {
    return height - BOTTOM - rate * (height - BOTTOM - TOP);
  }

  void paint(GraphicsContext g, Palette palette, Numbers numbers, String across, String up) {
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    for (double mark : MARKS) {
      g.setStroke(palette.color(mark == 0 ? Token.BORDER : Token.BORDER_SOFT));
      double level = Math.floor(y(mark)) + 0.5;
      g.strokeLine(x(0), level, x(1), level);
      g.setFill(palette.color(Token.SUBT));
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, numbers.significant(mark, 2), x(0) - 6, level);
      g.setTextAlign(TextAlignment.CENTER);
      Painting.write(g, numbers.significant(mark, 2), x(mark), y(0) + 11);
    }
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, across, x(1), height - 8, x(1) - x(0));
    g.save();
    g.translate(8, y(1));
    g.rotate(-90);
    Painting.write(g, up, 0, 0, y(0) - y(1));
    g.restore();
  }

  /** Dashed line: chance, a baseline, or perfection. */
  void dashed(GraphicsContext g, Palette palette, double from, double to) {
    g.setStroke(palette.color(Token.SUBT));
    g.setLineDashes(DASH, DASH);
    g.strokeLine(x(0), y(from), x(1), y(to));
    g.setLineDashes();
  }
}
