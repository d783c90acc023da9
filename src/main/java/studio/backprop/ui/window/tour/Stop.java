package studio.backprop.ui.window.tour;

import java.util.List;
import java.util.Locale;

/** Where the tour stops, in order. */
public enum Stop {
  LAYERS(".palette", ".palette > .flyout", ".palette"),
  WIRES(".designer", ".designer-node > .out-port"),
  PLAY("#play", "#play"),
  LOSS(".dock > .first", ".dock > .first"),
  LENS(".designer", ".designer-bar > .segmented"),
  PACE("#step", "#step");

  private final String lit;
  private final List<String> selectors;

  Stop(String lit, String... selectors) {
    this.lit = lit;
    this.selectors = List.of(selectors);
  }

  /** Find the control in the window: the first of them that is shown. */
  List<String> selectors() {
    return selectors;
  }

  /** Finds the room around the control, which is not dimmed. */
  String lit() {
    return lit;
  }

  /** Whether the nodes of the network are what the stop speaks of. */
  boolean ofNodes() {
    return lit.equals(".designer");
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
