package studio.backprop.ui.design.inspector;

import java.util.Locale;
import studio.backprop.text.Message;

/** Classification of the update ratio ‖Δw‖ ÷ ‖w‖; about 1e-3 is normal (Karpathy's course notes CS231n). */
public enum UpdateSize {
  NONE,
  SMALL,
  HEALTHY,
  LARGE;

  static final double MIN_NORMAL = 1e-4;
  static final double MAX_NORMAL = 1e-2;

  /** @param ratio ‖Δw‖ ÷ ‖w‖, NaN or 0 where nothing has changed */
  static UpdateSize of(double ratio) {
    if (!(ratio > 0)) {
      return NONE;
    }
    return ratio < MIN_NORMAL ? SMALL : ratio <= MAX_NORMAL ? HEALTHY : LARGE;
  }

  public Message title() {
    return Message.of("inspector.update." + name().toLowerCase(Locale.ROOT));
  }
}
