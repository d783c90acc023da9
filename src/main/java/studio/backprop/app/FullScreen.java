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

/** Full-screen mode, by a global shortcut. Automatic during presentations, unless the user left it the last time; restored afterwards. */
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
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Escape closes one thing at a time
    stage.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    presenting.subscribe((was, now) -> present(now));
  }

  /** Full screen while this is true, for presentations. */
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
