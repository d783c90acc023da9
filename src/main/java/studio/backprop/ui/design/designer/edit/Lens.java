package studio.backprop.ui.design.designer.edit;

import java.util.Locale;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;

/** What the canvas shows of the network. */
public enum Lens {
  STRUCTURE,
  ACTIVATIONS,
  GRADIENTS,
  WEIGHTS,
  /** What all numbers have changed by since the step that was seen before. */
  CHANGE,
  /** Two runs beside each other. */
  DIFFERENCE;

  /** What it colours. */
  public Quantity quantity() {
    return switch (this) {
      case STRUCTURE, ACTIVATIONS, DIFFERENCE -> Quantity.OUTPUT;
      case GRADIENTS -> Quantity.GRADIENT;
      case WEIGHTS, CHANGE -> Quantity.WEIGHT;
    };
  }

  /** The key of its name among the texts. */
  public String key() {
    return "lens." + name().toLowerCase(Locale.ROOT);
  }
}
