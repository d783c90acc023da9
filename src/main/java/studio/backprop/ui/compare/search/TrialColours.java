package studio.backprop.ui.compare.search;

import javafx.scene.paint.Color;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Colours of trials in all plots: stopped ones are faint, the best is emphasized. */
final class TrialColours {
  private static final double FAINT = 0.35;
  private static final double GONE = 0.08;

  private TrialColours() {}

  /**
   * Colour of a trial.
   *
   * @param chosen whether selected, which is not faint
   * @param kept whether within all filters
   */
  static Color of(Palette palette, Trial trial, boolean best, boolean chosen, boolean kept) {
    Color color = switch (trial.state()) {
      case COMPLETE -> palette.color(Token.ACCENT);
      case RUNNING -> palette.color(Token.RUN);
      case BROKEN -> palette.color(Token.BAD).deriveColor(0, 1, 1, chosen ? 1 : FAINT);
      default -> palette.color(Token.SUBT).deriveColor(0, 1, 1, chosen ? 1 : FAINT);
    };
    if (best) {
      color = palette.color(Token.TIME);
    }
    return kept || chosen ? color : palette.color(Token.SUBT).deriveColor(0, 1, 1, GONE);
  }

  static double width(Trial trial, boolean best, boolean chosen) {
    return best || chosen ? 2.5 : trial.state() == Trial.State.COMPLETE || trial.state() == Trial.State.RUNNING ? 1.6 : 1;
  }

  /** Z-order: later ones are drawn over earlier ones. */
  static int layer(Trial trial, boolean best) {
    return best ? 3 : trial.state() == Trial.State.COMPLETE ? 2 : trial.state() == Trial.State.RUNNING ? 1 : 0;
  }
}
