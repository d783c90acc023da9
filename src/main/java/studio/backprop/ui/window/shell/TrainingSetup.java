package studio.backprop.ui.window.shell;

import java.util.Locale;

/** A part of how the project is trained, as the status bar names it; a click leads to the control that sets it. */
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

  /** The words of the trade that it is about. */
  String[] terms() {
    return terms.clone();
  }

  /** The part of a text's key that is its name. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
