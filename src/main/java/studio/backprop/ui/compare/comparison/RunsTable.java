package studio.backprop.ui.compare.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import studio.backprop.train.record.RunRecord.Ending;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Table of runs. Space picks one, headers sort, differences from the reference run are yellow. */
final class RunsTable extends TableView<RunRow> {
  private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final double PICK_WIDTH = 40;

  private final RunsModel model;
  private final Lang lang;
  private final Hints hints;
  private final ThemeModel theme;

  RunsTable(RunsModel model, Lang lang, Hints hints, ThemeModel theme, Runnable copy) {
    this.model = model;
    this.theme = theme;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("tries-table");
    accessibleTextProperty().bind(lang.bind("twins.tab.tries"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(pickColumn());
    for (RunColumn column : RunColumn.values()) {
      getColumns().add(column(column));
    }
    setSortPolicy(table -> fill());
    setPlaceholder(new EmptyState(Icon.RUNS, lang.bind("tries.empty")));
    model.tries().subscribe(this::fill);
    model.picked().subscribe(this::refresh);
    lang.textsProperty().subscribe(texts -> fill());
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
        pickSelected();
        event.consume();
      } else if (COPY.match(event)) {
        copy.run();
        event.consume();
      }
    });
  }

  /** Toggles the selected run for comparison. */
  void pickSelected() {
    Optional.ofNullable(getSelectionModel().getSelectedItem()).ifPresent(row -> model.pick(row.number()));
  }

  /** Hides columns that do not fit. */
  void fit(double width) {
    getColumns().forEach(column -> column.setVisible(!(column.getUserData() instanceof RunColumn kind) || kind.shownAt(width)));
  }

  /** Sorted by the clicked headers or else by start. Keeps the selection. */
  private boolean fill() {
    RunRow selected = getSelectionModel().getSelectedItem();
    List<RunRow> rows = new ArrayList<>(model.tries());
    Comparator<RunRow> order = Comparator.comparing(row -> 0);
    for (TableColumn<RunRow, ?> column : getSortOrder()) {
      Comparator<RunRow> by = ((RunColumn) column.getUserData()).order(lang);
      order = order.thenComparing(column.getSortType() == TableColumn.SortType.ASCENDING ? by : by.reversed());
    }
    rows.sort(order);
    getItems().setAll(rows);
    Optional.ofNullable(selected).flatMap(before -> rows.stream().filter(row -> row.number() == before.number()).findFirst())
        .ifPresent(getSelectionModel()::select);
    return true;
  }

  private TableColumn<RunRow, RunRow> pickColumn() {
    TableColumn<RunRow, RunRow> column = new TableColumn<>();
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c -> new PickCell<>(
        model.picked(), RunRow::number, model::pick, RunsModel.MOST_PICKED, false, number -> lang.say("tries.pick", number)));
    column.setSortable(false);
    column.setMinWidth(PICK_WIDTH);
    column.setMaxWidth(PICK_WIDTH);
    return column;
  }

  private TableColumn<RunRow, RunRow> column(RunColumn kind) {
    TableColumn<RunRow, RunRow> column = new TableColumn<>();
    Label title = new Label();
    title.textProperty().bind(lang.bind(kind.titleKey()));
    hints.explain(title, kind.titleKey() + ".help");
    column.setGraphic(title);
    column.setUserData(kind);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c -> new Cell(kind));
    column.setSortable(kind != RunColumn.DIFFERS);
    if (kind.numeric()) {
      column.getStyleClass().add("number");
    }
    column.setMinWidth(kind.width());
    column.setPrefWidth(kind.width());
    return column;
  }

  /** All columns except the sparkline, and all rows, for the clipboard. */
  String written() {
    List<RunColumn> shown = Stream.of(RunColumn.values()).filter(column -> column != RunColumn.COURSE).toList();
    String head = shown.stream().map(column -> lang.say(column.titleKey())).collect(Collectors.joining("\t"));
    return getItems().stream()
        .map(row -> shown.stream().map(column -> column.text(row, model.reference(row), lang)).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }

  private final class Cell extends TableCell<RunRow, RunRow> {
    private final RunColumn kind;
    private final Label text = new Label();
    private final Label chip = new Label();
    private final LossSparkline course = new LossSparkline(theme);

    Cell(RunColumn kind) {
      this.kind = kind;
      chip.getStyleClass().addAll("badge", "ok");
      chip.setMinWidth(USE_PREF_SIZE);
      HBox named = new HBox(text, chip);
      named.getStyleClass().add("named");
      setGraphic(kind == RunColumn.COURSE ? course : kind == RunColumn.RUN ? named : text);
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
      super.updateItem(row, empty);
      text.getStyleClass().removeAll("differs", "bad", "ok", "mut", "strong");
      text.setGraphic(null);
      setTooltip(null);
      boolean best = row != null && !empty && model.isBest(row);
      chip.setVisible(best);
      chip.setManaged(best);
      chip.setText(lang.say("tries.best_loss"));
      Optional<RunRow> shown = Optional.ofNullable(row).filter(there -> !empty);
      course.show(shown, shown.map(there -> model.picked().indexOf(there.number())).filter(place -> place >= 0).map(OptionalInt::of)
          .orElseGet(OptionalInt::empty));
      if (shown.isEmpty()) {
        text.setText("");
        return;
      }
      fill(row);
    }

    private void fill(RunRow row) {
      Optional<RunRow> reference = model.reference(row);
      text.setText(kind.text(row, reference, lang));
      if (kind.differs(row, reference, lang)) {
        text.getStyleClass().add("differs");
      }
      switch (kind) {
        case BEST_LOSS -> text.getStyleClass().add("strong");
        case STATUS -> state(row);
        case RATE -> hint(String.join("\n", new VariantTexts(lang).changes(row.record())));
        case RIGHT -> hint(RunColumn.eachFold(row.record(), lang));
        case DIFFERS, COURSE -> hint(text.getText());
        default -> { }
      }
    }

    private void state(RunRow row) {
      if (row.record().ending() == Ending.BROKEN) {
        text.getStyleClass().add("bad");
        text.setGraphic(Icon.FAULT.view());
        hint(row.record().reason().map(lang::say).orElse(""));
      } else if (row.record().ending() == Ending.FINISHED) {
        text.getStyleClass().add("ok");
        text.setGraphic(Icon.CHECK.view());
      }
    }

    private void hint(String said) {
      setTooltip(said.isEmpty() ? null : new Tooltip(said));
    }
  }
}
