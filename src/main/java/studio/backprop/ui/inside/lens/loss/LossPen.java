package studio.backprop.ui.inside.lens.loss;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Drawing primitives of a loss, whose two columns of bars have the same rows. */
final class LossPen {
  /** Height of a row, and top of the first one, in px. */
  static final double ROW = 26;
  static final double TOP = 44;
  /** Width of a number. */
  static final double NUMBER = 78;
  private static final double FONT = 12;

  private final LensDesk desk;
  private final GraphicsContext g;

  LossPen(LensDesk desk, GraphicsContext g) {
    this.desk = desk;
    this.g = g;
  }

  void text(String text, Token token, boolean bold, TextAlignment side, double x, double y) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, FONT));
    g.setFill(desk.theme().palette().color(token));
    g.setTextAlign(side);
    Painting.write(g, text, x, y);
  }

  void fill(Token token, double x, double y, double width, double height) {
    g.setFill(desk.theme().palette().color(token));
    g.fillRoundRect(x, y, width, height, 3, 3);
  }

  /** A name shortened to its column. */
  static String brief(String name) {
    return name.length() > 15 ? name.substring(0, 14) + "…" : name;
  }
}
