package studio.backprop.ui.design.palette;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Search field with results while typing. Enter takes the first result, Down leads to the list, Escape clears. */
final class SearchField extends StackPane {
  private final Runnable enter;
  private final Runnable down;
  private final TextField field = new TextField();

  /**
   * @param key of its prompt; {@code key.help} is the tooltip
   */
  SearchField(StringProperty search, Lang lang, String key, Runnable enter, Runnable down) {
    this.enter = enter;
    this.down = down;
    field.promptTextProperty().bind(lang.bind(key));
    field.accessibleTextProperty().bind(lang.bind(key));
    field.accessibleHelpProperty().bind(lang.bind(key + ".help"));
    field.textProperty().bindBidirectional(search);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Label icon = new Label(null, Icon.SEARCH.view());
    icon.getStyleClass().add("glass");
    icon.setMouseTransparent(true);
    getStyleClass().add("search");
    getChildren().addAll(field, icon);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
  }

  /** Shows the shortcut while the field is empty. */
  SearchField withKey(String name) {
    Label key = new Label(name);
    key.getStyleClass().add("key");
    key.setMouseTransparent(true);
    key.visibleProperty().bind(field.textProperty().isEmpty());
    getChildren().add(key);
    StackPane.setAlignment(key, Pos.CENTER_RIGHT);
    return this;
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> {
        if (!field.getText().isBlank()) {
          enter.run();
        }
      }
      case DOWN -> down.run();
      case ESCAPE -> {
        if (field.getText().isEmpty()) {
          return;
        }
        field.clear();
      }
      default -> {
        return;
      }
    }
    key.consume();
  }
}
