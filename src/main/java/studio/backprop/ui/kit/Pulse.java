package studio.backprop.ui.kit;

import javafx.util.Subscription;

/** Frame clock of the JavaFX thread. Views poll a run once a frame; background work hands its result over with {@link #soon}. */
public interface Pulse {
  /** Runs the task once a frame until the subscription ends. JavaFX thread only. */
  Subscription subscribe(Runnable everyFrame);

  /** Whether the current frame takes much longer than usual, as when a view opens. Thread-safe. */
  default boolean isLate() {
    return false;
  }

  /** Gives frames priority over training for 0.1 s, during a drag. */
  default void hurry() {}

  /** Runs the task once on the JavaFX thread, soon. Thread-safe. */
  void soon(Runnable once);
}
