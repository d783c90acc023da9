package studio.backprop.ui.compare.comparison;

import java.util.List;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Colours of variants and picked runs: neutral, always paired with a letter or number. */
public final class VariantColour {
  private static final List<Token> TOKENS =
      List.of(Token.ACCENT_TEXT, Token.GROUP_SEQUENCE, Token.TIME, Token.MUT, Token.RIBBON_EXPLODING, Token.TERM_RIM);

  private VariantColour() {}

  /** Colour of a variant, from 0. */
  public static Color of(Palette palette, int place) {
    return palette.color(token(place));
  }

  /** Colour token, for pictures that are rendered without a window. */
  public static Token token(int place) {
    return TOKENS.get(place % TOKENS.size());
  }

  /** CSS class: {@code lane-0} to {@code lane-5}. */
  public static String style(int place) {
    return "lane-" + place % TOKENS.size();
  }
}
