package studio.backprop.ui.design.designer;

import javafx.scene.input.MouseEvent;
import studio.backprop.ui.kit.Pulse;

/**
 * Detector of double clicks. The platform compares timestamps, so that on a busy machine, where both presses wait for the same slow frame,
 * it reports two single clicks. Hence a press at the same place within two frames of the last also counts as the second.
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

  /**
   * Called at each press of the primary button.
   *
   * @return whether it is the second of a double click
   */
  boolean isSecond(MouseEvent press) {
    boolean soon = one && frame - last <= FRAMES && Math.hypot(press.getX() - x, press.getY() - y) <= SPOT;
    boolean second = press.getClickCount() == 2 || press.getClickCount() == 1 && soon;
    one = !second;
    last = frame;
    x = press.getX();
    y = press.getY();
    return second;
  }

  /** Called when the press becomes a drag. */
  void forget() {
    one = false;
  }
}
