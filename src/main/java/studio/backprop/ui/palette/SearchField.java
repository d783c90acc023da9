package studio.backprop.ui.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Looks for layers while a person types. Enter adds the first one found, down leads to the chips, Escape clears. */
final class SearchField extends StackPane {
  private final LayersModel model;
  private final Runnable down;
  private final TextField field = new TextField();

  SearchField(LayersModel model, Lang lang, Runnable down) {
    this.model = model;
    this.down = down;
    field.promptTextProperty().bind(lang.bind("palette.search"));
    field.accessibleTextProperty().bind(lang.bind("palette.search"));
    field.accessibleHelpProperty().bind(lang.bind("palette.search.help"));
    field.textProperty().bindBidirectional(model.searchProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Label icon = new Label(null, Icon.SEARCH.view());
    icon.getStyleClass().add("glass");
    icon.setMouseTransparent(true);
    Label key = new Label("/");
    key.getStyleClass().add("key");
    key.setMouseTransparent(true);
    key.visibleProperty().bind(field.textProperty().isEmpty());
    getStyleClass().add("search");
    getChildren().addAll(field, icon, key);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    StackPane.setAlignment(key, Pos.CENTER_RIGHT);
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> {
        if (!field.getText().isBlank() && !model.found().isEmpty()) {
          model.addFirst();
          field.clear();
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
