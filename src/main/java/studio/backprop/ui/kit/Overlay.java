package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Modal card over the window, closed by Escape or a click outside. */
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
