package studio.backprop.ui.kit;

import javafx.scene.control.Button;

/** Icon button that closes a page, card or panel. */
public final class CloseButton extends Button {
  /** @param styles style classes beside that of icon buttons */
  public CloseButton(Runnable close, String... styles) {
    super(null, Icon.CLOSE.view());
    getStyleClass().add("icon-only");
    getStyleClass().addAll(styles);
    setOnAction(event -> close.run());
  }
}
