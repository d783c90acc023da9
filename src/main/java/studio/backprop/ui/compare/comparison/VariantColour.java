package studio.backprop.ui.compare.comparison;

import java.util.List;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The colours of lanes and picked runs: none says good or bad, and each goes with a letter or a number. */
public final class VariantColour {
  private static final List<Token> TOKENS =
      List.of(Token.ACCENT_TEXT, Token.GROUP_SEQUENCE, Token.TIME, Token.MUT, Token.RIBBON_EXPLODING, Token.TERM_RIM);

  private VariantColour() {}

  /** The colour of a lane, from 0. */
  public static Color of(Palette palette, int place) {
    return palette.color(token(place));
  }

  /** Its name, for pictures that are made without a window. */
  public static Token token(int place) {
    return TOKENS.get(place % TOKENS.size());
  }

  /** For style sheets: {@code lane-0} to {@code lane-5}. */
  public static String style(int place) {
    return "lane-" + place % TOKENS.size();
  }
}
