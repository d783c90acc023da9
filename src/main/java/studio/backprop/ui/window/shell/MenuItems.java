package studio.backprop.ui.window.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Menu items that follow the language. */
final class MenuItems {
  private MenuItems() {}

  static MenuItem item(Lang lang, String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(lang.bind(key));
    item.setGraphic(icon.view());
    item.setOnAction(e -> action.run());
    return item;
  }

  static MenuItem item(Lang lang, String key, Icon icon, KeyCombination shortcut, Runnable action) {
    MenuItem item = item(lang, key, icon, action);
    item.setAccelerator(shortcut);
    return item;
  }

  static RadioMenuItem choice(ObservableValue<String> text, ToggleGroup group, boolean chosen) {
    RadioMenuItem item = new RadioMenuItem();
    item.textProperty().bind(text);
    item.setToggleGroup(group);
    item.setSelected(chosen);
    return item;
  }
}
