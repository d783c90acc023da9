package studio.backprop.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/**
 * The window over the whole screen, and back: by a key that works everywhere in it. A presentation fills the screen by itself, unless the
 * person has made it smaller the last time; at its end the window is as it was.
 */
final class FullScreen {
  private static final String KEY = "F11";
  private static final String REMEMBERED = "present.full_screen";

  private final Stage stage;
  private final Preferences preferences;
  private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
  private boolean before;

  FullScreen(Stage stage, Preferences preferences) {
    this.stage = stage;
    this.preferences = preferences;
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Escape closes one thing after the other
    stage.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    presenting.subscribe((was, now) -> present(now));
  }

  /** While this is so, the window is presented to a class. */
  void during(ObservableValue<Boolean> presented) {
    presenting.bind(presented);
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.F11 && !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
      toggle();
      key.consume();
    }
  }

  Command command() {
    return Command.of("command.full_screen", Command.Group.VIEW, Icon.FULL_SCREEN, KEY, this::toggle);
  }

  private void toggle() {
    boolean wanted = !stage.isFullScreen();
    if (presenting.get()) {
      preferences.set(REMEMBERED, wanted);
    }
    stage.setFullScreen(wanted);
  }

  private void present(boolean begins) {
    if (begins) {
      before = stage.isFullScreen();
    }
    boolean wanted = begins ? before || preferences.text(REMEMBERED).map(Boolean::parseBoolean).orElse(true) : before;
    if (wanted != stage.isFullScreen()) {
      stage.setFullScreen(wanted);
    }
  }
}
