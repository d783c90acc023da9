package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Tooltip of the one cell under the mouse; without delay, follows the pointer. */
public final class CellTip {
  private static final double ASIDE = 14;

  private final Tooltip tip = new Tooltip();

  /** Shows the sentence beside the pointer; hides the tip if it is empty. */
  public void say(Node owner, MouseEvent at, String sentence) {
    if (sentence.isEmpty() || owner.getScene() == null || owner.getScene().getWindow() == null) {
      tip.hide();
      return;
    }
    rename(sentence);
    tip.show(owner, at.getScreenX() + ASIDE, at.getScreenY() + ASIDE);
  }

  public void rename(String sentence) {
    if (!tip.getText().equals(sentence)) {
      tip.setText(sentence);
    }
  }

  public boolean shown() {
    return tip.isShowing();
  }

  public void hide() {
    tip.hide();
  }
}
