package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A card over the window that has the keys until it is closed, by Escape or by a click beside it. */
public final class Overlay extends Cover {
  public Overlay(Node content) {
    super(content);
    getStyleClass().add("overlay");
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      }
    });
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      if (event.getTarget() == this) {
        close();
      }
      event.consume();
    });
  }
}
