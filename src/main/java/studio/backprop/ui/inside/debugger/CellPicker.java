package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Subject;
import studio.backprop.ui.kit.Icon;

/** Selector of the followed number: a parameter of the node or its output, and the index in it, counted from 1. */
final class CellPicker extends HBox {
  private final DebuggerDesk desk;
  private final ComboBox<Subject> choice = new ComboBox<>();
  private final Spinner<Integer> place = new Spinner<>(1, 1, 1);
  private boolean showing;

  CellPicker(DebuggerDesk desk) {
    this.desk = desk;
    DebuggerModel model = desk.model();
    getStyleClass().addAll("picker", "gap-4");
    choice.setCellFactory(list -> cell());
    choice.setButtonCell(cell());
    choice.accessibleTextProperty().bind(desk.lang().bind("debugger.choice"));
    place.setEditable(true);
    place.getStyleClass().add("place");
    place.accessibleTextProperty().bind(desk.lang().bind("debugger.place"));
    place.getEditor().addEventFilter(KeyEvent.KEY_PRESSED, this::restore);
    desk.hints().explain(place, "debugger.place.help");
    Button steepest = new Button(null, Icon.TARGET.view());
    steepest.getStyleClass().addAll("icon-only", "flat");
    steepest.setOnAction(event -> model.followed().follow(-1));
    desk.hints().explain(steepest, "debugger.steepest.help");
    Button cells = new Button(null, Icon.ACTIVATIONS.view());
    cells.setId("pick-cell");
    cells.getStyleClass().addAll("icon-only", "flat");
    cells.setOnAction(event -> model.followed().numbers().ifPresent(numbers -> open(cells, numbers)));
    desk.hints().explain(cells, "debugger.cells.help");
    getChildren().addAll(choice, place, cells, steepest);
    model.followed().choicesProperty().subscribe(this::offer);
    model.followed().subjectProperty().subscribe(this::select);
    model.answerProperty().subscribe(answer -> show(answer.explanation()));
    choice.valueProperty().subscribe((before, now) -> choose(now));
    place.valueProperty().subscribe((before, now) -> go(now));
    desk.lang().textsProperty().subscribe(now -> offer(model.followed().choicesProperty().get()));
  }

  private void open(Button from, Numbered numbers) {
    ContextMenu menu = new ContextMenu();
    TensorPages grid = new TensorPages(desk, desk.theme().palette().signed(), numbers, place.getValue() - 1, chosen -> {
      menu.hide();
      desk.model().followed().follow(chosen);
    });
    menu.getItems().add(new CustomMenuItem(grid, false));
    menu.setOnShown(event -> grid.requestFocus());
    menu.show(from, Side.BOTTOM, 0, 0);
  }

  private ListCell<Subject> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(Subject item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : desk.tensor(item.parameter()));
      }
    };
  }

  private void offer(List<Subject> choices) {
    showing = true;
    choice.getItems().setAll(choices);
    showing = false;
    select(desk.model().followed().subjectProperty().get());
  }

  private void select(Subject subject) {
    showing = true;
    choice.setValue(subject == null ? null : subject.at(-1));
    showing = false;
  }

  /** Escape first reverts typed text. */
  private void restore(KeyEvent event) {
    String shown = place.getValueFactory().getConverter().toString(place.getValue());
    if (event.getCode() == KeyCode.ESCAPE && !place.getEditor().getText().equals(shown)) {
      place.getEditor().setText(shown);
      event.consume();
    }
  }

  private void choose(Subject subject) {
    if (!showing && subject != null) {
      desk.model().followed().subjectProperty().set(subject);
    }
  }

  private void show(Optional<Explanation> explanation) {
    explanation.ifPresent(shown -> {
      showing = true;
      IntegerSpinnerValueFactory values = (IntegerSpinnerValueFactory) place.getValueFactory();
      values.setMax(shown.count());
      values.setValue(shown.subject().place() + 1);
      showing = false;
    });
  }

  private void go(Integer number) {
    if (!showing && number != null) {
      desk.model().followed().follow(number - 1);
    }
  }
}
