package studio.backprop.layer;

import studio.backprop.setting.Size;

/**
 * Receptive field of a layer's outputs.
 *
 * @param span size of the window
 * @param stride between windows of adjacent outputs
 * @param copies adjacent outputs with the same window, for upsampling
 * @param whole whether it is the whole input
 */
public record Reach(Size span, Size stride, Size copies, boolean whole) {
  private static final Size ONE = Size.square(1);

  /** Elementwise. */
  public static final Reach PLACE = window(ONE, ONE);
  /** The whole input. */
  public static final Reach WHOLE = new Reach(ONE, ONE, ONE, true);

  /** Sliding window. */
  static Reach window(Size span, Size stride) {
    return new Reach(span, stride, ONE, false);
  }
}
