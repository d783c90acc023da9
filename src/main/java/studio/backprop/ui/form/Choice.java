package studio.backprop.ui.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/**
 * One of many, behind a button that shows which.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends ComboBox<T> {
  /**
   * @param name what is chosen, for screen readers
   * @param title what a choice goes by
   */
  public Choice(Lang lang, List<T> choices, Function<T, Message> title, ObservableValue<String> name) {
    getItems().setAll(choices);
    setCellFactory(list -> new Cell<>(lang, title));
    setButtonCell(new Cell<>(lang, title));
    accessibleTextProperty().bind(name);
    setMaxWidth(Double.MAX_VALUE);
    setVisibleRowCount(14);
  }

  /** Says its choice in the language of the moment, also when that changes. */
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
