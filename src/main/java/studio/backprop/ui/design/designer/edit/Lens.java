package studio.backprop.ui.design.designer.edit;

import java.util.Locale;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;

/** View mode of the network on the canvas. */
public enum Lens {
  STRUCTURE,
  ACTIVATIONS,
  GRADIENTS,
  WEIGHTS,
  /** Changes of all values since the previous step. */
  CHANGE,
  /** Comparison of two runs. */
  DIFFERENCE;

  public Quantity quantity() {
    return switch (this) {
      case STRUCTURE, ACTIVATIONS, DIFFERENCE -> Quantity.OUTPUT;
      case GRADIENTS -> Quantity.GRADIENT;
      case WEIGHTS, CHANGE -> Quantity.WEIGHT;
    };
  }

  public String key() {
    return "lens." + name().toLowerCase(Locale.ROOT);
  }
}
