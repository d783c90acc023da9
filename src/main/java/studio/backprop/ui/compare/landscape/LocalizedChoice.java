package studio.backprop.ui.compare.landscape;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Combo box with localized items, updated when the language changes. */
final class LocalizedChoice<T> extends ComboBox<T> {
  private final Function<T, String> said;

  /**
   * @param done called when the list is closed, so that the keys are the page's again
   */
  LocalizedChoice(String id, Lang lang, Hints hints, String help, Function<T, String> said, Runnable done) {
    this.said = said;
    setId(id);
    lang.textsProperty().subscribe(texts -> sayAgain());
    setOnHidden(event -> done.run());
    hints.explain(this, help);
  }

  /** Refreshes the localized texts. */
  void sayAgain() {
    setButtonCell(new Said());
    setCellFactory(list -> new Said());
  }

  private final class Said extends ListCell<T> {
    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : said.apply(item));
    }
  }
}
