package studio.backprop.layer;

import studio.backprop.setting.Size;

/**
 * How far one number of a layer's answer sees into what it is given, and how far the next one is moved on.
 *
 * @param span places it looks over, from the first to the last
 * @param stride places to the next number's view
 * @param whole whether it sees everything
 */
public record Reach(Size span, Size stride, boolean whole) {
  private static final Size ONE = Size.square(1);

  /** Each number sees its own place only. */
  public static final Reach PLACE = new Reach(ONE, ONE, false);
  /** Each number sees all. */
  public static final Reach WHOLE = new Reach(ONE, ONE, true);
}
