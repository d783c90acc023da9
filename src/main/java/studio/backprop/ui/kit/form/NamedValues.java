package studio.backprop.ui.kit.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Terms;

/** Rows of name, value and derivation; rows without a value are hidden. */
public final class NamedValues extends GridPane {
  private final List<Label[]> rows = new ArrayList<>();

  public NamedValues() {
    getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints details = new ColumnConstraints();
    details.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(names, values, details);
  }

  public NamedValues row(ObservableValue<String> name, ObservableValue<String> value) {
    Label words = label(value, "value");
    GridPane.setColumnSpan(words, 2);
    return row(label(name, "name"), words);
  }

  public NamedValues row(ObservableValue<String> name, ObservableValue<String> value, ObservableValue<String> detail) {
    Label words = label(detail, "detail");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return row(label(name, "name"), label(value, "value"), words);
  }

  /** Wraps the value of the last row. */
  public NamedValues breaking() {
    Label words = rows.get(rows.size() - 1)[1];
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return this;
  }

  /** Tooltip on the name of the last row with the definition of a term. */
  public NamedValues meaning(Terms terms, String term) {
    terms.explain(rows.get(rows.size() - 1)[0], term);
    return this;
  }

  private NamedValues row(Label... cells) {
    rows.add(cells);
    cells[1].textProperty().map(String::isEmpty).subscribe(empty -> arrange());
    return this;
  }

  /** Removes empty rows: an empty row of a grid keeps its gap. */
  private void arrange() {
    getChildren().clear();
    int place = 0;
    for (Label[] cells : rows) {
      if (!cells[1].getText().isEmpty()) {
        addRow(place++, cells);
      }
    }
  }

  private static Label label(ObservableValue<String> text, String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.textProperty().bind(text);
    return label;
  }
}
