package studio.backprop.ui.workspace.environment;

import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;

/**
 * Scale of bars of an agent's outputs: Q(s, a) from 0 to its value, π(a | s) from 0 to its share of 1. Blue above zero, orange below; the
 * selected action strong, others pale.
 */
public record ActionScale(double low, double high) {
  /** Position on the signed scale, as in the style sheet of the canvas. */
  private static final double STRONG = 1;
  private static final double PALE = 0.55;

  /** @param policy whether the outputs are probabilities */
  public static ActionScale of(float[] outputs, boolean policy) {
    double low = 0;
    double high = policy ? 1 : 0;
    for (float output : outputs) {
      if (Float.isFinite(output) && !policy) {
        low = Math.min(low, output);
        high = Math.max(high, output);
      }
    }
    return new ActionScale(low, high);
  }

  /** Position of a value in [0, 1]. */
  public double place(double value) {
    return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
  }

  /** Start of its bar in [0, 1]. */
  public double start(double value) {
    return Math.min(place(0), place(value));
  }

  /** Length of its bar in [0, 1]. */
  public double length(double value) {
    return Math.abs(place(value) - place(0));
  }

  public static Color color(Palette palette, double value, boolean chosen) {
    double depth = chosen ? STRONG : PALE;
    return palette.signed().color(value < 0 ? -depth : depth);
  }
}
