package studio.backprop.layer;

import studio.backprop.setting.Size;

/**
 * How far one number of a layer's answer sees into what it is given, and how far the next one is moved on.
 *
 * @param span places it looks over, from the first to the last
 * @param stride places to the next number's view
 * @param copies numbers that share a place before the view moves on, where the layer makes its input larger
 * @param whole whether it sees everything
 */
public record Reach(Size span, Size stride, Size copies, boolean whole) {
  private static final Size ONE = Size.square(1);

  /** Each number sees its own place only. */
  public static final Reach PLACE = window(ONE, ONE);
  /** Each number sees all. */
  public static final Reach WHOLE = new Reach(ONE, ONE, ONE, true);

  /** A window that slides on. */
  static Reach window(Size span, Size stride) {
    return new Reach(span, stride, ONE, false);
  }
}
