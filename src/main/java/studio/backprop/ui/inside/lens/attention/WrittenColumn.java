package studio.backprop.ui.inside.lens.attention;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.attention.AttentionPicture.Written;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/**
 * Predictions after each time step, from the matrix of an attention to the right edge, in columns: the token, a sign whether it is correct,
 * its probability as a bar and in percent, and the target.
 */
record WrittenColumn(LensDesk desk, AttentionPlaces places, List<Written> written, int chosen) {
  private static final double LEFT = 14;
  private static final double SIGN = 16;
  private static final double BAR = 40;
  private static final double PERCENT = 44;
  private static final double GAP = 6;
  private static final double HEAD = 12;
  private static final double THICK = 8;
  private static final double EDGE = 14;

  /** Minimum width. @param token width of the longest token */
  static double least(double token) {
    return LEFT + 2 * token + SIGN + BAR + PERCENT + 3 * GAP + EDGE;
  }

  void paint(GraphicsContext g) {
    for (int row = 0; row < written.size(); row++) {
      row(g, row, written.get(row));
    }
    g.setFont(font(true, AttentionPicture.FONT));
    g.setFill(colour(Token.FG));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, desk.lang().say("lens.attention.writes"), left(), places.top() - HEAD);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, desk.lang().say("lens.attention.should"), right(), places.top() - HEAD);
  }

  private double left() {
    return places.matrixRight() + LEFT;
  }

  private double right() {
    return places.width() - EDGE;
  }

  private double bars() {
    return left() + places.token() + SIGN;
  }

  /** Length of a full bar: up to the percent and the target at the right edge. */
  private double bar() {
    return Math.max(0, right() - places.token() - PERCENT - 3 * GAP - bars());
  }

  private void row(GraphicsContext g, int row, Written said) {
    double middle = places.middle(row);
    Color verdict = colour(said.wrong() ? Token.BAD : said.right().isEmpty() ? Token.FG : Token.OK);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(font(row == chosen || places.cards(), places.font()));
    g.setFill(verdict);
    Painting.write(g, AttentionTokens.brief(said.token()), left(), middle - AttentionTokens.lift(said.token(), places));
    if (!said.right().isEmpty()) {
      Painting.write(g, said.wrong() ? "✗" : "✓", left() + places.token(), middle);
    }
    double high = Math.min(THICK, places.cell() - 3);
    g.setFill(colour(Token.BORDER_SOFT));
    g.fillRoundRect(bars(), middle - high / 2, bar(), high, 3, 3);
    g.setFill(colour(Token.ACCENT));
    g.fillRoundRect(bars(), middle - high / 2, bar() * said.share(), high, 3, 3);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFont(font(row == chosen, Math.min(AttentionPicture.NOTE, places.font())));
    g.setFill(colour(row == chosen ? Token.FG : Token.MUT));
    Painting.write(g, desk.lang().numbers().percent(said.share()), bars() + bar() + GAP + PERCENT - 6, middle);
    if (!said.right().isEmpty()) {
      g.setFont(font(said.wrong(), places.font()));
      g.setFill(colour(said.wrong() ? Token.FG : Token.SUBT));
      Painting.write(g, AttentionTokens.brief(said.right()), right(), middle - AttentionTokens.lift(said.right(), places));
    }
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  private static Font font(boolean bold, double size) {
    return Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }
}
