package studio.backprop.ui.kit.form;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/** Combo box that follows the language. */
public final class Choice<T> extends ComboBox<T> {
  public Choice(Lang lang, List<T> choices, Function<T, Message> title, ObservableValue<String> name) {
    getItems().setAll(choices);
    setCellFactory(list -> new Cell<>(lang, title));
    setButtonCell(new Cell<>(lang, title));
    accessibleTextProperty().bind(name);
    setMaxWidth(Double.MAX_VALUE);
    setVisibleRowCount(14);
  }

  /** Binds it to a value of the document. While the list is open the arrow keys only move the selection; closing it commits. */
  public void keep(ObservableValue<T> kept, Consumer<T> change) {
    Runnable decide = () -> {
      if (!isShowing() && getValue() != null && !Objects.equals(getValue(), kept.getValue())) {
        change.accept(getValue());
      }
    };
    kept.subscribe(this::setValue);
    valueProperty().subscribe((before, now) -> decide.run());
    showingProperty().subscribe((before, now) -> decide.run());
    skinProperty().subscribe(skin -> {
      if (skin instanceof ComboBoxListViewSkin<?> list) {
        list.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            setValue(kept.getValue()); // nothing was selected
          }
        });
      }
    });
  }

  /** Cell with the localized title, which follows the language. */
  private static final class Cell<T> extends ListCell<T> {
    private final Lang lang;
    private final Function<T, Message> title;

    Cell(Lang lang, Function<T, Message> title) {
      this.lang = lang;
      this.title = title;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      textProperty().unbind();
      if (empty || item == null) {
        setText(null);
      } else {
        Message message = title.apply(item);
        textProperty().bind(lang.bind(message.key(), message.args().toArray()));
      }
    }
  }
}
