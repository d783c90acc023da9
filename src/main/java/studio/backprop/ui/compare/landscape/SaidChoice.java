package studio.backprop.ui.compare.landscape;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** A list of choices that are said in the reader's language, anew when that changes. */
final class SaidChoice<T> extends ComboBox<T> {
  /**
   * @param help what is chosen
   * @param said a choice in words
   * @param done hears that the list is closed, so that the keys are the page's again
   */
  SaidChoice(String id, Lang lang, Hints hints, String help, Function<T, String> said, Runnable done) {
    setId(id);
    lang.textsProperty().subscribe(texts -> setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : said.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException();
      }
    }));
    setOnHidden(event -> done.run());
    hints.explain(this, help);
  }
}
