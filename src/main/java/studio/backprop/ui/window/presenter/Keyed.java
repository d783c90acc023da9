package studio.backprop.ui.window.presenter;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.ui.kit.Icon;

/** Content of a large button: icon, label and, dimmed, its key. */
final class Keyed extends HBox {
  private final FontIcon sign = new FontIcon();

  private Keyed(FontIcon icon, ObservableValue<String> words, String key) {
    getStyleClass().add("keyed");
    show(icon);
    Label word = new Label();
    word.getStyleClass().add("word");
    word.textProperty().bind(words);
    Label last = new Label(key);
    last.getStyleClass().add("key");
    for (Label label : new Label[] {word, last}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
      label.managedProperty().bind(label.visibleProperty());
    }
    last.setVisible(!key.isEmpty());
    getChildren().addAll(sign, word, last);
  }

  /** Sets the content of a button, whose accessible name is the label. */
  static Keyed on(ButtonBase button, FontIcon icon, ObservableValue<String> words, String key) {
    Keyed keyed = new Keyed(icon, words, key);
    button.setGraphic(keyed);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.textProperty().bind(words);
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return keyed;
  }

  /** Label and, dimmed, keys without a button. */
  static Keyed of(ObservableValue<String> words, ObservableValue<String> keys) {
    Keyed keyed = new Keyed(Icon.PLUS.view(), words, "");
    Label last = (Label) keyed.getChildren().get(2);
    last.textProperty().bind(keys);
    last.setVisible(true);
    keyed.getStyleClass().add("count");
    keyed.setMinWidth(Region.USE_PREF_SIZE);
    return keyed;
  }

  void show(FontIcon icon) {
    sign.setIconCode(icon.getIconCode());
  }

  /** Hides or shows the key. */
  void showKey(boolean wanted) {
    getChildren().get(2).setVisible(wanted);
  }

  void shorten(boolean wanted) {
    for (Node child : getChildren()) {
      child.setVisible(child == sign || !wanted);
    }
  }
}
