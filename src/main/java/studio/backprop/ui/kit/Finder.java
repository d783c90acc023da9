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

/** Search field with a list of results. Up and Down move the selection, wrapping around, while the field keeps the focus. */
public final class Finder<T> extends VBox {
  /** Rows kept visible above the selected one. */
  private static final int ABOVE = 4;

  private final TextField search = new TextField();
  private final ListView<T> found = new ListView<>();
  private final Function<String, List<T>> find;
  private Predicate<T> choosable = any -> true;

  /** @param room prefix of text keys and node ids: prompt, name of the list, placeholder without results */
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

  /** Restricts the selection to these rows; the arrow keys skip others. */
  public void choosing(Predicate<T> only) {
    choosable = only;
  }

  public ListView<T> list() {
    return found;
  }

  public String typed() {
    return search.getText();
  }

  /** Clears the query and lists everything. */
  public void clear() {
    search.clear();
    refresh();
  }

  public void choose(int index) {
    found.getSelectionModel().clearAndSelect(Math.max(0, index));
    found.scrollTo(Math.max(0, index - ABOVE));
  }

  @Override
  public void requestFocus() {
    search.requestFocus();
  }

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

  /** Next selectable row in this direction, wrapping around; the same if there is no other. */
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
