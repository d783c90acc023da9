package studio.backprop.ui.compare.comparison;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keyboard shortcuts of the transport. */
final class VariantKeys {
  private static final KeyCombination EPOCH = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN);

  private final ComparisonModel model;

  VariantKeys(ComparisonModel model) {
    this.model = model;
  }

  /** @return whether handled */
  boolean press(KeyEvent event) {
    if (EPOCH.match(event)) {
      model.stepEpoch();
    } else if (event.getCode() == KeyCode.RIGHT) {
      model.stepBatch();
    } else if (event.getCode() == KeyCode.SPACE) {
      model.togglePlay();
    } else if (event.getCode() == KeyCode.HOME) {
      model.reset();
    } else {
      return false;
    }
    return true;
  }
}
