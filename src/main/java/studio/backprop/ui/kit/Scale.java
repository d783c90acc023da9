package studio.backprop.ui.kit;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colour map as a table of 256 colours: signed over [−1, 1] with its neutral colour at zero, others over [0, 1]; values beyond are clamped.
 * Immutable.
 */
public final class Scale {
  private static final int SIZE = 256;

  private final int[] argb = new int[SIZE];
  private final int zero;
  private final int span;
  private final int notANumber;

  /**
   * @param positions of the colours, ascending, from −1 (signed) or 0 to 1
   * @param notANumber colour of NaN
   */
  Scale(double[] positions, List<Color> colours, Color notANumber) {
    if (positions.length != colours.size()) {
      throw new IllegalArgumentException(positions.length + " positions need as many colours, but there are " + colours.size());
    }
    boolean signed = positions[0] < 0;
    zero = signed ? SIZE / 2 : 0;
    span = SIZE - 1 - zero;
    this.notANumber = argb(notANumber);
    for (int i = 0; i < SIZE; i++) {
      argb[i] = argb(between(positions, colours, (i - zero) / (double) span));
    }
  }

  private static Color between(double[] positions, List<Color> colours, double at) {
    int right = 1;
    while (right < positions.length - 1 && positions[right] < at) {
      right++;
    }
    double share = (at - positions[right - 1]) / (positions[right] - positions[right - 1]);
    return colours.get(right - 1).interpolate(colours.get(right), Math.max(0, share));
  }

  /** The colour as 0xAARRGGBB. */
  public int argb(double value) {
    if (Double.isNaN(value)) {
      return notANumber;
    }
    long index = zero + Math.round(value * span);
    return argb[(int) Math.max(0, Math.min(SIZE - 1, index))];
  }

  public Color color(double value) {
    int c = argb(value);
    return Color.rgb(c >> 16 & 255, c >> 8 & 255, c & 255);
  }

  /** Whether negative values have colours of their own. */
  public boolean signed() {
    return zero > 0;
  }

  public static int argb(Color c) {
    return 255 << 24 | channel(c.getRed()) << 16 | channel(c.getGreen()) << 8 | channel(c.getBlue());
  }

  private static int channel(double share) {
    return (int) Math.round(share * 255);
  }
}
