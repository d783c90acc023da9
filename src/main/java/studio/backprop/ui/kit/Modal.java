package studio.backprop.ui.kit;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Shows a dialog of the system over a window that stays as it was. Some desktops shrink a maximized window for as long as a dialog holds
 * it.
 */
public final class Modal {
  private Modal() {}

  /** @param dialog shows itself and returns the answer once it is closed */
  public static <T> T over(Window window, Supplier<T> dialog) {
    Runnable back = keep(window);
    T answer = dialog.get();
    back.run();
    return answer;
  }

  /** What brings the window back to its size of now. */
  private static Runnable keep(Window window) {
    boolean maximized = window instanceof Stage stage && stage.isMaximized();
    double height = window.getHeight();
    return () -> {
      if (maximized) {
        // only once the desktop has the window back may it grow again
        PauseTransition settled = new PauseTransition(Motion.TOUCH);
        settled.setOnFinished(event -> restore((Stage) window, height));
        settled.play();
      }
    };
  }

  private static void restore(Stage stage, double height) {
    if (stage.isShowing() && (stage.getHeight() != height || !stage.isMaximized())) {
      stage.setMaximized(false); // it may still be thought to be maximized
      stage.setMaximized(true);
    }
  }
}
