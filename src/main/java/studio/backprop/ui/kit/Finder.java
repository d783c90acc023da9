package studio.backprop.ui.kit;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A field and, below it, the list of what is found by typing. Up and Down choose in the list, round its ends, while the field keeps the
 * focus.
 *
 * @param <T> what is found
 */
public final class Finder<T> extends VBox {
  /** Rows that stay in sight above the chosen one. */
  private static final int ABOVE = 4;

  private final TextField search = new TextField();
  private final ListView<T> found = new ListView<>();
  private final Function<String, List<T>> find;
  private Predicate<T> choosable = any -> true;

  /**
   * @param room the texts and ids begin with: what the field asks for, what the list is called, what stands there where nothing is found
   * @param find what fits the words typed
   */
  public Finder(Lang lang, String room, Function<String, List<T>> find) {
    this.find = find;
    search.setId(room + "-search");
    search.promptTextProperty().bind(lang.bind(room + ".search"));
    search.accessibleTextProperty().bind(lang.bind(room + ".search"));
    search.textProperty().subscribe(this::refresh);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    found.setId(room + "-list");
    found.accessibleTextProperty().bind(lang.bind(room + ".list"));
    Label nothing = new Label();
    nothing.getStyleClass().add("mut");
    nothing.setWrapText(true);
    nothing.textProperty().bind(Bindings.createStringBinding(
        () -> Synonyms.later(search.getText(), lang.texts()).orElseGet(() -> lang.say(room + ".none")), search.textProperty(),
        lang.textsProperty()));
    found.setPlaceholder(nothing);
    VBox.setVgrow(found, Priority.ALWAYS);
    getStyleClass().add("finder");
    getChildren().addAll(search, found);
  }

  /** Rows that only say something are passed over by the arrow keys. */
  public void choosing(Predicate<T> only) {
    choosable = only;
  }

  /** The list, for its cells and its size. */
  public ListView<T> list() {
    return found;
  }

  public String typed() {
    return search.getText();
  }

  /** Forgets what was typed, and looks for all there is. */
  public void clear() {
    search.clear();
    refresh();
  }

  /** Chooses the one at this place, or the nearest there is. */
  public void choose(int index) {
    found.getSelectionModel().clearAndSelect(Math.max(0, index));
    found.scrollTo(Math.max(0, index - ABOVE));
  }

  @Override
  public void requestFocus() {
    search.requestFocus();
  }

  /** Looks again for what was typed, as when other things are there to be found. */
  public void refresh() {
    found.getItems().setAll(find.apply(search.getText()));
    choose(Math.max(0, next(-1, 1)));
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      choose(next(found.getSelectionModel().getSelectedIndex(), 1));
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      choose(next(found.getSelectionModel().getSelectedIndex(), -1));
      event.consume();
    }
  }

  /** The next row in this direction that can be chosen, round the ends; the same where there is no other. */
  private int next(int from, int by) {
    int size = found.getItems().size();
    for (int i = 1; i <= size; i++) {
      int at = Math.floorMod(from + i * by, size);
      if (choosable.test(found.getItems().get(at))) {
        return at;
      }
    }
    return from;
  }
}
