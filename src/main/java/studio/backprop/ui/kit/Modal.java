package studio.backprop.ui.kit;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.stage.Window;

/** System dialogs over a window that keeps its size: some desktops shrink a maximized window while a dialog is open. */
public final class Modal {
  private Modal() {}

  /** @param dialog shows the dialog and returns its result after it closed */
  public static <T> T over(Window window, Supplier<T> dialog) {
    Runnable back = keep(window);
    T answer = dialog.get();
    back.run();
    return answer;
  }

  /** Action that restores the current size. */
  private static Runnable keep(Window window) {
    boolean maximized = window instanceof Stage stage && stage.isMaximized();
    double height = window.getHeight();
    return () -> {
      if (maximized) {
        // only after the desktop has returned the window may it grow again
        PauseTransition settled = new PauseTransition(Motion.TOUCH);
        settled.setOnFinished(event -> restore((Stage) window, height));
        settled.play();
      }
    };
  }

  private static void restore(Stage stage, double height) {
    if (stage.isShowing() && (stage.getHeight() != height || !stage.isMaximized())) {
      stage.setMaximized(false); // the toolkit may still take it for maximized
      stage.setMaximized(true);
    }
  }
}
