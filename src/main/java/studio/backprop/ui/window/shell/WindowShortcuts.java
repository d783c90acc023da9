package studio.backprop.ui.window.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Key combinations of the window. */
final class WindowShortcuts {
  static final KeyCombination HOME = new KeyCodeCombination(KeyCode.HOME, ALT_DOWN);
  static final KeyCombination NEW = keys(KeyCode.N);
  static final KeyCombination NEW_WINDOW = new KeyCodeCombination(KeyCode.N, SHORTCUT_DOWN, SHIFT_DOWN);
  static final KeyCombination OPEN = keys(KeyCode.O);
  static final KeyCombination SAVE = keys(KeyCode.S);
  static final KeyCombination SAVE_AS = new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN);
  static final KeyCombination UNDO = keys(KeyCode.Z);
  static final KeyCombination REDO = keys(KeyCode.Y);
  static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN);
  static final KeyCombination RESET = keys(KeyCode.HOME);

  static final KeyCombination PRESENT = new KeyCodeCombination(KeyCode.F5);

  static final KeyCombination PREFERENCES = keys(KeyCode.COMMA);

  private WindowShortcuts() {}

  private static KeyCombination keys(KeyCode code) {
    return new KeyCodeCombination(code, SHORTCUT_DOWN);
  }
}
