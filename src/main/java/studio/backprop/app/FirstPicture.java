package studio.backprop.app;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import studio.backprop.ui.kit.Pulse;

/** Lets work wait until what has just been put into the window is painted: whatever runs before keeps the person waiting. */
final class FirstPicture {
  private FirstPicture() {}

  /** Carries out the action when the next frame is painted, on the screen's thread. */
  static void then(Pulse pulse, Runnable action) {
    PauseTransition frame = new PauseTransition(Duration.millis(1));
    // an animation ends before its frame is laid out and painted; what comes soon comes after that
    frame.setOnFinished(event -> pulse.soon(() -> {
      awaitPainting();
      action.run();
    }));
    frame.play();
  }

  /** The painting thread does one thing after the other: when it has taken this picture, it has painted the window. */
  private static void awaitPainting() {
    new Region().snapshot(null, null);
  }
}
