package studio.backprop.ui.kit;

import java.util.Locale;

/** Classification of a gradient norm: exploding, healthy, fading or vanished. */
public enum Health {
  EXPLODING(30, Token.RIBBON_EXPLODING),
  HEALTHY(1e-3, Token.RIBBON_HEALTHY),
  FADING(1e-6, Token.RIBBON_FADING),
  VANISHED(0, Token.RIBBON_VANISHED);

  public static final double WIDEST = 22;
  public static final double THINNEST = 1.5;

  private final double from;
  private final Token token;

  Health(double from, Token token) {
    this.from = from;
    this.token = token;
  }

  public static Health of(double norm) {
    if (!Double.isFinite(norm) || norm > EXPLODING.from) {
      return EXPLODING;
    }
    return norm >= HEALTHY.from ? HEALTHY : norm >= FADING.from ? FADING : VANISHED;
  }

  /** Stroke width of a wire in px: five more per power of ten. */
  public static double width(double norm) {
    if (!Double.isFinite(norm)) {
      return WIDEST;
    }
    return Math.max(THINNEST, Math.min(WIDEST, 2 + 5 * (Math.log10(norm) + 4)));
  }

  public Token token() {
    return token;
  }

  public String key() {
    return "health." + name().toLowerCase(Locale.ROOT);
  }
}
