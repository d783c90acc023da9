package studio.backprop.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/**
 * Rows of a name and what can be set. Each entry that is taken with Enter stands alone in the history; presses of an arrow in a row are
 * one entry until the person leaves the form.
 */
public class FormGrid extends GridPane {
  private static final double NAMES = 92;

  private final Lang lang;
  private final Hints hints;

  /** @param settle ends a run of edits that merge */
  public FormGrid(Lang lang, Hints hints, Runnable settle) {
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("form-grid");
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(names, controls);
    addEventFilter(ActionEvent.ACTION, e -> settle.run());
    addEventHandler(ActionEvent.ACTION, e -> settle.run());
    focusWithinProperty().subscribe((before, now) -> settle.run());
  }

  /** The next row: name at the left, control at the right. */
  public final void row(Message title, Message help, Node control) {
    add(name(title, help, control), 0, getRowCount());
    add(control, 1, getRowCount() - 1);
  }

  /** The next row, shown only while it applies. */
  public final void row(Message title, Message help, Node control, ObservableValue<Boolean> applies) {
    row(title, help, control);
    Node name = getChildren().get(getChildren().size() - 2);
    for (Node node : new Node[] {name, control}) {
      node.visibleProperty().bind(applies);
      node.managedProperty().bind(applies);
    }
  }

  /** The next row, over the whole width. */
  public final void wide(Node node) {
    add(node, 0, getRowCount(), 2, 1);
  }

  /** A name on a line of its own, with its control below over the whole width. */
  public final void wide(Message title, Message help, Node control) {
    wide(name(title, help, control));
    wide(control);
  }

  private Label name(Message title, Message help, Node control) {
    Label name = new Label();
    name.getStyleClass().add("name");
    name.textProperty().bind(lang.bind(title.key()));
    name.setLabelFor(control);
    hints.explain(name, help.key());
    return name;
  }
}
