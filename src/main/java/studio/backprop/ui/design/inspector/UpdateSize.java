package studio.backprop.ui.design.inspector;

import java.util.Locale;
import studio.backprop.text.Message;

/** What the size of an update says, measured by the size of the weights: a thousandth is usual (Karpathy's course notes CS231n). */
public enum UpdateSize {
  NONE,
  SMALL,
  HEALTHY,
  LARGE;

  static final double LEAST = 1e-4;
  static final double MOST = 1e-2;

  /** @param ratio ‖Δw‖ ÷ ‖w‖, NaN or 0 where nothing has moved */
  static UpdateSize of(double ratio) {
    if (!(ratio > 0)) {
      return NONE;
    }
    return ratio < LEAST ? SMALL : ratio <= MOST ? HEALTHY : LARGE;
  }

  public Message title() {
    return Message.of("inspector.update." + name().toLowerCase(Locale.ROOT));
  }
}
