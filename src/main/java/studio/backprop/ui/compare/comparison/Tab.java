package studio.backprop.ui.compare.comparison;

import java.util.Locale;
import java.util.stream.Stream;

/** Tabs of the comparison page. */
enum Tab {
  LANES,
  LANDSCAPE,
  TRIES,
  SEARCH;

  /** Stable id in files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tab of(String id) {
    return Stream.of(values()).filter(tab -> tab.id().equals(id)).findFirst().orElse(LANES);
  }
}
