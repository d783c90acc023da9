package studio.backprop.ui.shell;

import java.util.Locale;

/** A part of how the project is trained, as the status bar names it; a click leads to the control that sets it. */
public enum Setup {
  DATA,
  OPTIMIZER,
  LOSS,
  BATCH,
  SEED;

  /** The part of a text's key that is its name. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
