package studio.backprop.ui.tour;

import java.util.Locale;

/** Where the tour stops, in order. */
public enum Stop {
  LAYERS(".palette"),
  WIRES(".designer"),
  PLAY("#play"),
  LOSS(".dock > .first"),
  LENS(".designer-bar > .segmented"),
  PACE("#step");

  private final String selector;

  Stop(String selector) {
    this.selector = selector;
  }

  /** Finds the control in the window. */
  String selector() {
    return selector;
  }

  String titleKey() {
    return "tour." + name().toLowerCase(Locale.ROOT);
  }

  String sentenceKey() {
    return titleKey() + ".sentence";
  }

  boolean last() {
    return ordinal() == values().length - 1;
  }
}
