package studio.backprop.ui.design.designer.map;

import studio.backprop.network.Note;
import studio.backprop.ui.kit.Token;

/** Colours of notes for painting without styles. */
final class Paper {
  private Paper() {}

  static Token of(Note.Colour colour) {
    return switch (colour) {
      case YELLOW -> Token.WARN_RIM;
      case BLUE -> Token.ACCENT_RIM;
      case GREEN -> Token.OK_RIM;
      case VIOLET -> Token.TIME_SOFT;
    };
  }
}
