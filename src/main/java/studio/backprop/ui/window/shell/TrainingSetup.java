package studio.backprop.ui.window.shell;

import java.util.Locale;

/** Part of the training setup in the status bar. */
public enum TrainingSetup {
  DATA("training-set", "validation"),
  OPTIMIZER("optimizer"),
  LOSS("loss"),
  BATCH("batch"),
  SEED("seed");

  private final String[] terms;

  TrainingSetup(String... terms) {
    this.terms = terms;
  }

  /** Its glossary terms. */
  String[] terms() {
    return terms.clone();
  }

  /** Part of the text keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
