package studio.backprop.ui.design.palette;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import studio.backprop.ui.kit.Lang;

/** Menu of the columns of a table, with a tick at each that is excluded from the inputs. */
final class LeftOut extends MenuButton {
  private final TableSettingsModel model;
  private final ObservableValue<List<String>> columns;
  private final ObservableValue<List<String>> leftOut;

  LeftOut(TableSettingsModel model, Lang lang) {
    this.model = model;
    this.columns = model.inputColumnsProperty();
    this.leftOut = model.leftOutProperty();
    getStyleClass().add("left-out");
    setMaxWidth(Double.MAX_VALUE);
    accessibleTextProperty().bind(lang.bind("palette.left_out"));
    textProperty().bind(Bindings.createStringBinding(
        () -> leftOut.getValue().isEmpty() ? lang.say("palette.left_out.none")
            : lang.say("palette.left_out.some", leftOut.getValue().size()),
        leftOut, lang.textsProperty()));
    columns.subscribe(this::offer);
    leftOut.subscribe(this::offer);
  }

  private void offer() {
    getItems().setAll(columns.getValue().stream().map(this::item).toList());
  }

  private CheckMenuItem item(String column) {
    CheckMenuItem item = new CheckMenuItem(column);
    item.setMnemonicParsing(false);
    item.setSelected(leftOut.getValue().contains(column));
    item.setOnAction(e -> model.setLeftOut(column, item.isSelected()));
    return item;
  }
}
