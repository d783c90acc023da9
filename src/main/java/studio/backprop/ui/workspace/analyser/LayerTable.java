package studio.backprop.ui.workspace.analyser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import studio.backprop.network.Problem.Severity;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Table of layers; the totals stay last in any sort order. A row and its node are highlighted together. */
final class LayerTable extends TableView<LayerRow> {
  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");

  private final AnalyserModel model;
  private final Lang lang;
  private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief");
  private boolean following;

  LayerTable(AnalyserModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("layer-table");
    accessibleTextProperty().bind(lang.bind("analyser.name"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    for (LayerColumn column : LayerColumn.values()) {
      getColumns().add(column(column));
    }
    setSortPolicy(table -> sorted());
    setRowFactory(table -> new Line());
    Label empty = new Label();
    empty.textProperty().bind(lang.bind("analyser.empty"));
    setPlaceholder(empty);
    model.rowsProperty().subscribe(rows -> show());
    lang.whenWrittenAnew(this::refresh);
    getSelectionModel().selectedItemProperty().subscribe(this::select);
    model.document().selectionProperty().subscribe(this::follow);
    visibleProperty().subscribe(() -> follow(model.document().selection()));
  }

  BooleanProperty briefProperty() {
    return brief;
  }

  private TableColumn<LayerRow, String> column(LayerColumn kind) {
    TableColumn<LayerRow, String> column = new TableColumn<>();
    Label title = new Label();
    title.textProperty().bind(lang.bind(kind.titleKey()));
    kind.term().ifPresent(term -> new Terms(lang).explain(title, term));
    column.setGraphic(title);
    column.setUserData(kind);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(kind.text(row.getValue(), lang)));
    column.setComparator(null);
    if (kind.numeric()) {
      column.getStyleClass().add("number");
    }
    if (kind == LayerColumn.STATE) {
      column.setCellFactory(c -> new State());
    }
    if (!kind.isEssential()) {
      column.visibleProperty().bind(brief.not());
    }
    column.setMinWidth(kind.width());
    column.setPrefWidth(kind.width());
    return column;
  }

  private void show() {
    getItems().setAll(model.rowsProperty().get());
    sorted();
    follow(model.document().selection());
  }

  /** By the sorted columns or, without one, in the order of the network. */
  private boolean sorted() {
    List<LayerRow> lines = new ArrayList<>(model.rowsProperty().get());
    Comparator<LayerRow> order = Comparator.comparing(LayerRow::total);
    for (TableColumn<LayerRow, ?> column : getSortOrder()) {
      Comparator<LayerRow> by = ((LayerColumn) column.getUserData()).order(lang);
      order = order.thenComparing(column.getSortType() == TableColumn.SortType.ASCENDING ? by : by.reversed());
    }
    lines.sort(order);
    following = true;
    getItems().setAll(lines);
    following = false;
    follow(model.document().selection());
    return true;
  }

  private void select(LayerRow row) {
    if (row != null && !following) {
      model.select(row);
    }
  }

  /** Deferred until visible. */
  private void follow(Set<Integer> selection) {
    if (!isVisible()) {
      return;
    }
    following = true;
    Optional<LayerRow> chosen = getItems().stream().filter(row -> row.node().filter(n -> selection.contains(n.id())).isPresent())
        .findFirst();
    if (selection.size() == 1 && chosen.isPresent()) {
      getSelectionModel().select(chosen.get());
    } else {
      getSelectionModel().clearSelection();
    }
    following = false;
  }

  /** Text of the table in its current order. */
  String written(String separator) {
    return TableText.of(getItems(), separator, lang);
  }

  /** Row that is highlighted with its node. */
  private final class Line extends TableRow<LayerRow> {
    Line() {
      hoverProperty().subscribe((before, over) -> {
        if (getItem() != null) {
          model.lookedProperty().set(over ? getItem().node().map(n -> n.id()) : Optional.empty());
        }
      });
      model.lookedProperty().subscribe(node -> showLooked());
    }

    @Override
    protected void updateItem(LayerRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("bad", "total");
      if (row != null && !empty) {
        boolean broken = row.finding().filter(problem -> problem.severity() == Severity.BROKEN).isPresent();
        getStyleClass().addAll(Stream.of(broken ? "bad" : null, row.total() ? "total" : null).filter(Objects::nonNull).toList());
      }
      showLooked();
    }

    private void showLooked() {
      Optional<Integer> node = Optional.ofNullable(getItem()).flatMap(LayerRow::node).map(n -> n.id());
      pseudoClassStateChanged(LOOKED, node.isPresent() && node.equals(model.lookedProperty().get()));
    }
  }

  /** Status cell: an icon and, unless fine, the message. */
  private static final class State extends javafx.scene.control.TableCell<LayerRow, String> {
    State() {
      setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      LayerRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
      setText(empty ? null : text);
      setTooltip(row != null && row.finding().isPresent() ? new Tooltip(text) : null);
      setGraphic(row == null || row.total() ? null : FindingIcon.of(row).view());
      getStyleClass().removeAll("ok", "warn", "bad", "mut");
      if (row != null) {
        getStyleClass().add(FindingIcon.style(row));
      }
    }
  }
}
