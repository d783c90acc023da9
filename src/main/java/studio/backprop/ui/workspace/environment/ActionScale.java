package studio.backprop.ui.workspace.environment;

import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;

/**
 * How what an agent says of its actions is drawn as bars, wherever it is: of values Q(s, a) each bar goes from 0 to its value, of
 * probabilities π(a | s) from 0 to its share of 1. Blue above zero, orange below; the chosen action strong, the others pale.
 *
 * @param low where the scale begins, 0 or the least value
 * @param high where it ends, 0 or the largest value, or 1
 */
public record ActionScale(double low, double high) {
  /** Of the signed colours, as the style sheet of the canvas has them, too. */
  private static final double STRONG = 1;
  private static final double PALE = 0.55;

  /** @param policy whether these are probabilities */
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

  /** Where a value stands, from 0 to 1. */
  public double place(double value) {
    return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
  }

  /** Where the bar of a value begins, from 0 to 1. */
  public double start(double value) {
    return Math.min(place(0), place(value));
  }

  /** How long it is, from 0 to 1. */
  public double length(double value) {
    return Math.abs(place(value) - place(0));
  }

  /** The colour of a bar. */
  public static Color color(Palette palette, double value, boolean chosen) {
    double depth = chosen ? STRONG : PALE;
    return palette.signed().color(value < 0 ? -depth : depth);
  }
}
