package studio.backprop.ui.window.tour;

import java.util.List;
import java.util.Locale;

/** Stops of the guided tour, in order. */
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

  /** CSS selectors of the control; the first visible one counts. */
  List<String> selectors() {
    return selectors;
  }

  /** Selector of the panel around it that is not dimmed. */
  String lit() {
    return lit;
  }

  /** Whether it is about the nodes of the network. */
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
