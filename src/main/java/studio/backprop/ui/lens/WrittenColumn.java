package studio.backprop.ui.lens;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.lens.AttentionPicture.Written;

/**
 * What the network writes after each time step, beside the rows of an attention. Where rows are too low for a line of words, the token, how sure
 * it is as a bar, and the right token stand in columns, and only the chosen row is written in full.
 */
record WrittenColumn(LensDesk desk, AttentionPlaces places, List<Written> written, int chosen) {
  private static final double FONT = 12;
  /** A line of words needs this height. */
  private static final double LINE = 16;
  private static final double BAR = 44;
  private static final double GAP = 6;
  private static final double LEFT = 12;
  private static final double HEAD = 18;

  void paint(GraphicsContext g) {
    boolean words = places.cell() >= LINE;
    for (int row = 0; row < written.size(); row++) {
      if (!words && row != chosen) {
        columns(g, row, written.get(row));
      }
    }
    for (int row = 0; row < written.size(); row++) { // over its neighbours where it has more height than its row
      if (words || row == chosen) {
        inFull(g, row, written.get(row), !words);
      }
    }
    g.setFont(font(true, FONT));
    g.setFill(colour(Token.FG));
    Painting.write(g, desk.lang().say("lens.attention.writes"), left(), AttentionPlaces.TOP - HEAD);
    if (!words && written.stream().anyMatch(Written::wrong)) {
      Painting.write(g, desk.lang().say("lens.attention.should"), rightTokens(), AttentionPlaces.TOP - HEAD);
    }
  }

  private double left() {
    return places.matrixRight() + LEFT;
  }

  private double rightTokens() {
    return left() + places.token() + bar() + 2 * GAP;
  }

  /** How long a whole bar is: names that are long leave less for it. */
  private double bar() {
    return Math.max(0, Math.min(BAR, places.width() - left() - 2 * places.token() - 2 * GAP));
  }

  private void columns(GraphicsContext g, int row, Written said) {
    double middle = places.y(row) + places.cell() / 2;
    Color verdict = colour(said.wrong() ? Token.BAD : Token.OK);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(font(false, places.cell() - 1));
    g.setFill(verdict);
    Painting.write(g, AttentionPicture.brief(said.token()), left(), middle);
    double high = places.cell() - 5;
    double x = left() + places.token() + GAP;
    g.setFill(colour(Token.BORDER_SOFT));
    g.fillRect(x, middle - high / 2, bar(), high);
    g.setFill(verdict);
    g.fillRect(x, middle - high / 2, bar() * said.share(), high);
    if (said.wrong()) {
      g.setFill(colour(Token.MUT));
      Painting.write(g, AttentionPicture.brief(said.right()), rightTokens(), middle);
    }
  }

  private void inFull(GraphicsContext g, int row, Written said, boolean over) {
    double middle = places.y(row) + places.cell() / 2;
    if (over) {
      g.setFill(colour(Token.CANVAS));
      g.fillRect(left() - GAP, middle - LINE / 2, places.width() - left() + GAP, LINE);
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(font(row == chosen, FONT));
    g.setFill(colour(said.wrong() ? Token.BAD : Token.OK));
    String share = desk.lang().numbers().percent(said.share());
    String wrong = said.wrong() ? "  " + desk.lang().say("lens.attention.not", AttentionPicture.brief(said.right())) : "";
    Painting.write(g, AttentionPicture.brief(said.token()) + "  " + share + wrong, left(), middle);
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  private static Font font(boolean bold, double size) {
    return Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }
}
