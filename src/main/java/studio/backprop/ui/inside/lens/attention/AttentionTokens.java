package studio.backprop.ui.inside.lens.attention;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.attention.AttentionPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Painter of the names of an attention's time steps: cards at both ends of the ribbons, and column heads. */
record AttentionTokens(
    LensDesk desk, AttentionNumbers numbers, AttentionPlaces places, List<String> keyNames, List<String> queryNames, int head,
    Place pointed) {
  private static final double LETTER = 8;
  private static final double MIN_TOKEN = 34;
  private static final int LONGEST = 9;
  private static final double CARD = 36;
  private static final double SPACE = 0.3;

  static String brief(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  /** Width of the longest name in its card, up to a maximum. */
  static double token(List<String> names, boolean many) {
    int longest = Math.min(LONGEST, names.stream().mapToInt(String::length).max().orElse(1));
    return many ? Math.max(LETTER * 2, (LETTER - 1) * longest) : Math.max(MIN_TOKEN, LETTER * (2 + longest));
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  private static Font font(boolean bold, double size) {
    return Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }

  void heads(GraphicsContext g) {
    g.setFont(font(true, AttentionPicture.FONT));
    g.setFill(colour(Token.FG));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, desk.lang().say("lens.attention.looked_at"), places.keyLeft(), places.top() - 12);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, desk.lang().say("lens.attention.looking"), places.queryLeft() + places.token(), places.top() - 12);
  }

  void keys(GraphicsContext g) {
    for (int key = 0; key < numbers.keys(); key++) {
      boolean strong = numbers.weights()[numbers.at(head, pointed.query(), key)] * numbers.keys() > 1;
      token(g, keyNames.get(key), places.keyLeft(), places.middle(key), strong ? Token.ACCENT : Token.BORDER, Token.BG, strong
          ? Token.FG : Token.MUT, strong);
    }
  }

  /** Raises the sign of a space, which hangs below the baseline, where lines are close. */
  static double lift(String name, AttentionPlaces places) {
    return name.equals(StepNames.visible(" ")) && !places.cards() ? places.font() * SPACE : 0;
  }

  /** Token in a card where the height suffices, otherwise plain. */
  private void token(GraphicsContext g, String name, double left, double middle, Token rim, Token fill, Token ink, boolean bold) {
    if (places.cards()) {
      double high = Math.min(CARD, places.cell() - 6);
      g.setFill(colour(fill));
      g.fillRoundRect(left + 0.5, middle - high / 2, places.token() - 1, high, 8, 8);
      g.setStroke(colour(rim));
      g.setLineWidth(rim == Token.BORDER ? 1 : 2);
      g.strokeRoundRect(left + 0.5, middle - high / 2, places.token() - 1, high, 8, 8);
    }
    g.setFont(font(bold || places.cards(), places.font()));
    g.setFill(colour(ink));
    g.setTextAlign(TextAlignment.CENTER);
    Painting.write(g, brief(name), left + places.token() / 2, middle - lift(name, places));
  }

  /** Long names are rotated; in wide columns their numbers stand below. */
  void columns(GraphicsContext g) {
    boolean turned = turned(keyNames);
    boolean numbered = places.cards() && !turned && !counted(keyNames);
    for (int key = 0; key < numbers.keys(); key++) {
      boolean chosen = key == pointed.key();
      double x = places.matrixLeft() + (key + 0.5) * places.cell();
      g.setFont(font(chosen || numbered, numbered ? AttentionPicture.LARGE_FONT : Math.min(AttentionPicture.NOTE, places.font())));
      g.setFill(colour(chosen ? Token.ACCENT_TEXT : numbered ? Token.FG : Token.MUT));
      g.setTextAlign(turned ? TextAlignment.LEFT : TextAlignment.CENTER);
      g.save();
      g.translate(x, places.top() - (numbered ? 24 : 8));
      if (turned) {
        g.rotate(-60);
      }
      Painting.write(g, brief(keyNames.get(key)), 0, 0);
      g.restore();
      if (numbered) {
        number(g, key, x, places.top() - 9, chosen);
      }
    }
  }

  private void number(GraphicsContext g, int step, double x, double y, boolean chosen) {
    g.setFont(font(chosen, AttentionPicture.NOTE));
    g.setFill(colour(chosen ? Token.ACCENT_TEXT : Token.MUT));
    g.setTextAlign(TextAlignment.CENTER);
    Painting.write(g, String.valueOf(step + 1), x, y);
  }

  /** Whether some name is too long to stand upright above a column. */
  static boolean turned(List<String> names) {
    return names.stream().anyMatch(name -> name.length() > 2);
  }

  /** Whether the steps are named by their numbers. */
  private static boolean counted(List<String> names) {
    return IntStream.range(0, names.size()).allMatch(step -> names.get(step).equals(String.valueOf(step + 1)));
  }

  void rows(GraphicsContext g) {
    boolean numbered = places.cards() && !counted(queryNames);
    for (int query = 0; query < numbers.queries(); query++) {
      boolean chosen = query == pointed.query();
      double middle = places.middle(query);
      token(g, queryNames.get(query), places.queryLeft(), middle, chosen ? Token.ACCENT : Token.BORDER, chosen ? Token.ACCENT_SOFT
          : Token.BG,
          chosen ? Token.ACCENT_TEXT : places.cards() ? Token.FG : Token.MUT, chosen);
      if (numbered) {
        number(g, query, places.matrixLeft() - 15, middle, chosen);
      }
    }
  }
}
