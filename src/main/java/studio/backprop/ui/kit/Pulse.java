package studio.backprop.ui.kit;

import javafx.util.Subscription;

/**
 * The one door from other threads to the screen. Views that follow a training run ask for news once a frame, instead of being told
 * of every step; work in the background hands its result over with {@link #soon}.
 */
public interface Pulse {
  /** Runs the task on the screen's thread once a frame, until the subscription ends. To be called on that thread. */
  Subscription subscribe(Runnable everyFrame);

  /** Whether a frame takes much longer than usual at the moment, as when a view opens. May be asked on any thread. */
  default boolean isLate() {
    return false;
  }

  /** Says that something follows a hand that moves: for a tenth of a second frames go before training. */
  default void hurry() {}

  /** Runs the task on the screen's thread once, soon. May be called on any thread. */
  void soon(Runnable once);
}
