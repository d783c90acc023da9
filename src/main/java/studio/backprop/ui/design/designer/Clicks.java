package studio.backprop.ui.design.designer;

import javafx.scene.input.MouseEvent;
import studio.backprop.ui.kit.Pulse;

/**
 * Tells the second press of a double click. The platform goes by the clock, so that on a busy machine, where both presses wait for the same
 * slow frame, it takes the second for a first one again. Hence a press at the same spot within two frames of the last is a second one, too.
 */
final class Clicks {
  private static final int FRAMES = 2;
  private static final double SPOT = 4;

  private long frame;
  private long last;
  private double x;
  private double y;
  private boolean one;

  Clicks(Pulse pulse) {
    pulse.subscribe(() -> frame++);
  }

  /** Hears of each press of the first button. @return whether it is the second at this spot */
  boolean isSecond(MouseEvent press) {
    boolean soon = one && frame - last <= FRAMES && Math.hypot(press.getX() - x, press.getY() - y) <= SPOT;
    boolean second = press.getClickCount() == 2 || press.getClickCount() == 1 && soon;
    one = !second;
    last = frame;
    x = press.getX();
    y = press.getY();
    return second;
  }

  /** The press became a drag. */
  void forget() {
    one = false;
  }
}
