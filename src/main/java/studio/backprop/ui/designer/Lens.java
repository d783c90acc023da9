package studio.backprop.ui.designer;

import java.util.Locale;

/** What the canvas shows of the network. */
public enum Lens {
  STRUCTURE,
  ACTIVATIONS,
  GRADIENTS,
  WEIGHTS;

  /** The key of its name among the texts. */
  String key() {
    return "lens." + name().toLowerCase(Locale.ROOT);
  }
}
