package studio.backprop.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Small table of labels that are updated in place, for frequent changes. */
public final class TextGrid extends GridPane {
  private final Map<Integer, Node> nodes = new HashMap<>();

  private final boolean headed;
  private final boolean whole;

  /** @param widest column that grows, as the first does; all but the first are right-aligned */
  public TextGrid(int columns, int widest, boolean headed) {
    this.headed = headed;
    this.whole = widest > 0;
    getStyleClass().add("text-grid");
    for (int c = 0; c < columns; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(c == 0 ? HPos.LEFT : HPos.RIGHT);
      column.setHgrow(c == 0 || c == widest ? Priority.ALWAYS : Priority.NEVER);
      column.setFillWidth(true);
      getColumnConstraints().add(column);
    }
  }

  /** Removes the rows from this index on. */
  public void limit(int rows) {
    List<Node> beyond = nodes.values().stream().filter(node -> getRowIndex(node) >= rows).toList();
    nodes.values().removeAll(beyond);
    getChildren().removeAll(beyond);
  }

  public Label set(int row, int column, String text, String... styles) {
    Label label = (Label) at(row, column);
    if (label == null) {
      label = new Label();
      label.setMaxWidth(Double.MAX_VALUE);
      label.setMinWidth(column == 0 && !whole ? 0 : USE_PREF_SIZE);
      label.getStyleClass().addAll("cell", headed && row == 0 ? "grid-head" : "grid-row", column == 0 ? "first" : "number");
      if (column == 0) {
        Hints.sayWhole(label);
      }
      put(row, column, label);
    }
    label.setText(text);
    label.getStyleClass().removeAll("strong", "mut", "badge", "warn", "ok");
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** Puts another node into an empty cell. */
  public <N extends Node> N put(int row, int column, N node) {
    nodes.put(place(row, column), node);
    add(node, column, row);
    return node;
  }

  /** Null if the cell is empty. */
  public Node at(int row, int column) {
    return nodes.get(place(row, column));
  }

  private int place(int row, int column) {
    return row * getColumnConstraints().size() + column;
  }
}
