package studio.backprop.layer;

import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/** Zero padding of a window. */
public enum Padding {
  /** Keeps the size (divided by the stride); an odd zero comes at the end. */
  SAME,
  /** No padding. */
  VALID,
  /** As configured. */
  EXPLICIT;

  public Message title() {
    return Setting.choiceTitle(this);
  }

  /** Short summary of window and padding: {@code 3×3 same}. */
  Message after(String window, String explicit) {
    return switch (this) {
      case SAME -> Message.of("summary.pair", window, title());
      case VALID -> Message.of("summary.plain", window);
      case EXPLICIT -> Message.of("summary.pair", window, Message.of("summary.pad", explicit));
    };
  }

  /** @param explicit zeros on each side, for {@link #EXPLICIT} */
  WindowAxis along(int size, int kernel, int stride, int dilation, int explicit) {
    return switch (this) {
      case VALID -> new WindowAxis(size, kernel, stride, dilation, 0, 0);
      case EXPLICIT -> new WindowAxis(size, kernel, stride, dilation, explicit, explicit);
      case SAME -> {
        int steps = (size + stride - 1) / stride;
        int zeros = Math.max(0, (steps - 1) * stride + dilation * (kernel - 1) + 1 - size);
        yield new WindowAxis(size, kernel, stride, dilation, zeros / 2, zeros - zeros / 2);
      }
    };
  }
}
