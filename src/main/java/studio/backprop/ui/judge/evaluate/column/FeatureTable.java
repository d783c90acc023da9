package studio.backprop.ui.judge.evaluate.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;

/** Table of the columns of the file. The headers sort; Delete leaves the selected columns out, or uses them again. */
final class FeatureTable extends TableView<FeatureRow> {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 10;
  private static final double HEAD = 32;
  private static final double RIM = 2;
  /** Opacity of the bars of a left-out column. */
  private static final double OUT = 0.35;

  private final FeaturesModel model;
  private final Lang lang;
  private final Hints hints;
  private final ThemeModel theme;
  private final FeaturesTexts words;
  private final HeadSorting heads = new HeadSorting(this);
  private boolean filling;
  /** Columns of the file last sorted by importance automatically: once per table. */
  private Set<String> ranked = Set.of();
  /** Columns left out at the last update. */
  private Set<String> out = Set.of();
  /** Row order since a column was left out or used again, so that the next click hits the same row; empty before. */
  private List<String> kept = List.of();

  FeatureTable(FeaturesModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.theme = theme;
    this.words = new FeaturesTexts(lang);
    setId("feature-table");
    getStyleClass().add("feature-table");
    accessibleTextProperty().bind(lang.bind("features.table"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
    for (FeatureColumn column : FeatureColumn.values()) {
      getColumns().add(column(column));
    }
    setSortPolicy(table -> {
      heads.settle();
      kept = List.of(); // the user wants another order
      return fill();
    });
    setPlaceholder(new EmptyState(Icon.DATA, lang.bind("features.state.computing")));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getSelectionModel().getSelectedIndices().subscribe(this::select);
    model.choices().selectionProperty().subscribe(now -> follow());
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
        model.turn(model.choices().selectionProperty().get());
        event.consume();
      }
    });
  }

  private TableColumn<FeatureRow, FeatureRow> column(FeatureColumn kind) {
    TableColumn<FeatureRow, FeatureRow> column = new TableColumn<>();
    Label title = new Label();
    title.textProperty().bind(lang.bind(kind.titleKey()));
    kind.term().ifPresent(term -> new Terms(lang).explain(title, term));
    if (kind == FeatureColumn.USE) {
      hints.explain(title, "features.column.use.help");
    }
    column.setGraphic(title);
    column.setUserData(kind);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c -> new Cell(kind));
    column.setSortable(kind != FeatureColumn.USE);
    if (kind.numeric()) {
      column.getStyleClass().add("number");
      column.setSortType(TableColumn.SortType.DESCENDING); // largest first
    }
    column.setMinWidth(kind.hasBar() ? kind.width() * 0.8 : kind.width());
    column.setPrefWidth(kind.width());
    if (kind == FeatureColumn.USE) {
      column.setMaxWidth(kind.width());
    }
    return column;
  }

  void show() {
    rank();
    Set<String> now = model.rows().stream().filter(FeatureRow::out).map(FeatureRow::column).collect(Collectors.toSet());
    if (!now.equals(out)) {
      kept = getItems().stream().map(FeatureRow::column).toList();
    }
    out = now;
    fill();
    setPrefHeight(HEAD + ROW * Math.min(MOST_ROWS, Math.max(2, getItems().size())) + 2 * RIM);
    setMinHeight(getPrefHeight());
    refresh();
  }

  /** Sorts by importance once it is known, until another order is chosen. */
  private void rank() {
    Set<String> columns = model.rows().stream().map(FeatureRow::column).collect(Collectors.toSet());
    if (columns.equals(ranked) || model.rows().stream().allMatch(row -> Double.isNaN(row.mean()))) {
      return;
    }
    ranked = columns;
    if (getSortOrder().isEmpty()) {
      TableColumn<FeatureRow, ?> importance = getColumns().get(FeatureColumn.IMPORTANCE.ordinal());
      importance.setSortType(TableColumn.SortType.DESCENDING);
      getSortOrder().add(importance);
    }
  }

  /** Fills the rows in the order of the headers or, without one, of the file, and keeps the selection. */
  private boolean fill() {
    List<FeatureRow> rows = new ArrayList<>(model.rows());
    Comparator<FeatureRow> order = Comparator.comparing(row -> 0);
    for (TableColumn<FeatureRow, ?> column : getSortOrder()) {
      order = order.thenComparing(((FeatureColumn) column.getUserData()).order(column.getSortType() == TableColumn.SortType.ASCENDING));
    }
    boolean same = !kept.isEmpty() && rows.stream().map(FeatureRow::column).allMatch(kept::contains);
    rows.sort(same ? Comparator.comparingInt(row -> kept.indexOf(row.column())) : order);
    if (!rows.equals(getItems())) {
      filling = true;
      getItems().setAll(rows);
      filling = false;
      follow();
    }
    return true;
  }

  /** Limits the selection to two: a third one replaces the older one. */
  private void select() {
    if (filling) {
      return;
    }
    List<String> now = getSelectionModel().getSelectedItems().stream().filter(row -> row != null).map(FeatureRow::column).toList();
    List<String> before = model.choices().selectionProperty().get();
    List<String> kept = new ArrayList<>(before.stream().filter(now::contains).toList());
    now.stream().filter(column -> !kept.contains(column)).forEach(kept::add);
    List<String> two = kept.size() > 2 ? List.of(kept.get(0), kept.get(kept.size() - 1)) : List.copyOf(kept);
    model.choices().selectionProperty().set(two);
  }

  private void follow() {
    List<String> wanted = model.choices().selectionProperty().get();
    List<String> now = getSelectionModel().getSelectedItems().stream().filter(row -> row != null).map(FeatureRow::column).toList();
    if (filling || now.size() == wanted.size() && now.containsAll(wanted)) {
      return;
    }
    filling = true;
    getSelectionModel().clearSelection();
    for (FeatureRow row : getItems()) {
      if (wanted.contains(row.column())) {
        getSelectionModel().select(row);
      }
    }
    filling = false;
  }

  /** Cell with the value of a row. */
  private final class Cell extends TableCell<FeatureRow, FeatureRow> {
    private final FeatureColumn kind;
    private final Label text = new Label();
    private final Label chip = new Label();
    private final FigureBar bar = new FigureBar(theme);
    private final CheckBox use = new CheckBox();

    Cell(FeatureColumn kind) {
      this.kind = kind;
      chip.getStyleClass().addAll("badge");
      chip.setMinWidth(USE_PREF_SIZE);
      use.setFocusTraversable(false); // Delete does the same
      use.setOnAction(event -> model.turn(List.of(getItem().column())));
      HBox.setHgrow(bar, Priority.ALWAYS);
      bar.setMinWidth(24);
      text.setMinWidth(kind.hasBar() ? USE_PREF_SIZE : 0);
      HBox box = kind == FeatureColumn.COLUMN ? new HBox(text, chip) : kind.hasBar() ? new HBox(bar, text) : new HBox(text);
      box.getStyleClass().add("feature-cell");
      box.getStyleClass().add(kind == FeatureColumn.COLUMN ? "named" : "figured");
      setGraphic(kind == FeatureColumn.USE ? use : box);
    }

    @Override
    protected void updateItem(FeatureRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean there = row != null && !empty;
      getGraphic().setVisible(there);
      setTooltip(null);
      if (!there) {
        text.setText("");
        return;
      }
      if (kind == FeatureColumn.USE) {
        showButton(row);
        return;
      }
      text.setText(words.value(kind, row));
      text.getStyleClass().remove("mut");
      if (row.out()) {
        text.getStyleClass().add("mut");
      }
      chip.setText(row.out() ? lang.say("features.out") : "");
      chip.setVisible(row.out());
      chip.setManaged(row.out());
      String reason = words.reason(kind, row, model);
      setTooltip(reason.isEmpty() ? null : new Tooltip(kind == FeatureColumn.COLUMN ? row.column() + "\n" + reason : reason));
      setAccessibleText(reason.isEmpty() ? text.getText() : text.getText() + ", " + reason);
      if (kind.hasBar()) {
        showBar(row);
      }
    }

    private void showBar(FeatureRow row) {
      boolean signed = kind == FeatureColumn.IMPORTANCE;
      bar.show(kind.number(row), kind.deviation(row), signed ? kind.end(getItems(), -1) : 0, kind.end(getItems(), 1), signed);
      bar.setOpacity(row.out() ? OUT : 1);
    }

    private void showButton(FeatureRow row) {
      List<String> one = List.of(row.column());
      boolean can = model.mayLeaveOut(one) || model.mayUse(one);
      use.setVisible(model.edits().possible());
      use.setDisable(!can);
      use.setSelected(!row.out());
      String said = lang.say(row.out() ? "features.use.name" : "features.leave_out.name", row.column());
      use.setAccessibleText(said);
      setTooltip(new Tooltip(said));
      use.setTooltip(getTooltip());
    }
  }
}
