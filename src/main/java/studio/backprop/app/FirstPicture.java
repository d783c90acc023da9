package studio.backprop.app;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import studio.backprop.ui.kit.Pulse;

/** Defers work until the latest change of the window is painted, for perceived speed. */
final class FirstPicture {
  private FirstPicture() {}

  /** Runs the action on the JavaFX thread after the next frame is painted. */
  static void then(Pulse pulse, Runnable action) {
    PauseTransition frame = new PauseTransition(Duration.millis(1));
    // an animation ends before layout and painting of its frame; soon() runs after that
    frame.setOnFinished(event -> pulse.soon(() -> {
      awaitPainting();
      action.run();
    }));
    frame.play();
  }

  /** The render thread is sequential: once it has taken this snapshot, the window is painted. */
  private static void awaitPainting() {
    new Region().snapshot(null, null);
  }
}
