package studio.backprop.ui.kit;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Shows a dialog over a window that stays as it was. Some desktops shrink a maximized window for as long as a dialog holds it. */
public final class Modal {
  private Modal() {}

  /** @param dialog shows itself and returns the answer once it is closed */
  public static <T> T over(Window window, Supplier<T> dialog) {
    Runnable back = keep(window);
    T answer = dialog.get();
    back.run();
    return answer;
  }

  /** Shows a box within its window and waits for the answer. */
  public static <T> Optional<T> ask(Window window, Dialog<T> box) {
    arrange(window, box);
    return over(window, box::showAndWait);
  }

  /** Shows a box within its window and goes on. */
  public static void tell(Window window, Dialog<?> box) {
    arrange(window, box);
    Runnable back = keep(window);
    box.setOnHidden(event -> back.run());
    box.show();
  }

  private static void arrange(Window window, Dialog<?> box) {
    box.initOwner(window);
    box.setOnShown(event -> {
      box.setX(within(box.getX(), box.getWidth(), window.getX(), window.getWidth()));
      box.setY(within(box.getY(), box.getHeight(), window.getY(), window.getHeight()));
    });
  }

  /** Where something of this size begins that shall not reach over the ends of a room; what is larger begins where the room does. */
  static double within(double at, double size, double room, double length) {
    return Math.max(room, Math.min(room + length - size, at));
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
