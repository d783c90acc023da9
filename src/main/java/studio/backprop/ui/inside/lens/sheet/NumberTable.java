package studio.backprop.ui.inside.lens.sheet;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Small table with a header; labels are reused, so that updates during a run are cheap. */
public final class NumberTable extends GridPane {
  private final List<Label> labels = new ArrayList<>();
  private final int words;
  private final int columns;

  /** @param words number of text columns at the left; the others hold numbers */
  public NumberTable(int words, int columns) {
    this.words = words;
    this.columns = columns;
    getStyleClass().add("number-table");
    for (int column = 0; column < columns; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHalignment(column < words ? HPos.LEFT : HPos.RIGHT);
      constraints.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(constraints);
    }
  }

  /** @param rows of as many texts as there are columns; the first row is the header */
  public void show(List<List<String>> rows) {
    while (labels.size() < rows.size() * columns) {
      Label label = new Label();
      label.getStyleClass().addAll(labels.size() < columns ? List.of("note", "mut") : List.of("number"));
      if (labels.size() % columns >= words) {
        label.setMinWidth(USE_PREF_SIZE); // a number that loses its exponent is another number: words give way
      }
      labels.add(label);
      add(label, (labels.size() - 1) % columns, (labels.size() - 1) / columns);
    }
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      boolean used = i < rows.size() * columns;
      label.setVisible(used);
      label.setManaged(used);
      label.setText(used ? rows.get(i / columns).get(i % columns) : "");
    }
  }
}
