package studio.backprop.ui.tour;

import java.util.List;
import java.util.Locale;

/** Where the tour stops, in order. */
public enum Stop {
  LAYERS(".palette > .flyout", ".palette"),
  WIRES(".designer"),
  PLAY("#play"),
  LOSS(".dock > .first"),
  LENS(".designer-bar > .segmented"),
  PACE("#step");

  private final List<String> selectors;

  Stop(String... selectors) {
    this.selectors = List.of(selectors);
  }

  /** Find the control in the window: the first of them that is shown. */
  List<String> selectors() {
    return selectors;
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
