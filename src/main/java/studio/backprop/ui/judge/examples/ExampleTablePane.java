package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Veil;

/** Table of the examples. Cells are written lazily; a click on a header sorts. */
final class ExampleTablePane extends StackPane {
  private static final double ROW = 28;
  private static final double ROW_NUMBER = 60;
  /** Width of a header's character, and its padding. */
  private static final double LETTER = 7.5;
  private static final double RIM = 30;
  private static final double NUMBER = 104;
  private static final double WIDE = 96;
  private static final double WIDEST_CLASS = 160;
  /** Width of the dot or mark before a class, with padding. */
  private static final double MARK = 40;
  private static final double PART = 88;
  private static final double TEXT = 280;
  private static final double REASONS = 200;
  /** Width of the scroll bar. */
  private static final double BAR = 14;
  private static final double DOT = 4;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ExamplesModel model;
  private final ThemeModel theme;
  private final ExamplesTexts words;
  private final TableView<Integer> table = new TableView<>();
  /** Cells of the attribution column, updated once computed. */
  private final List<Cell> whyCells = new ArrayList<>();
  private Dataset columnsOf;
  private boolean following;

  ExampleTablePane(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.words = new ExamplesTexts(lang);
    table.setFixedCellSize(ROW);
    table.accessibleTextProperty().bind(lang.bind("examples.table.help"));
    table.setPlaceholder(new Label());
    table.setSortPolicy(sorted -> sort());
    table.getSelectionModel().selectedIndexProperty().subscribe(index -> choose(index.intValue()));
    getChildren().add(table);
    table.widthProperty().subscribe(this::fit);
    model.listProperty().subscribe(this::fill);
    model.predictionsProperty().subscribe(this::showPredictions);
    model.partProperty().subscribe(this::showPredictions);
    model.exampleProperty().subscribe(this::follow);
    theme.paletteProperty().subscribe(table::refresh);
    model.why().watch(this::inSight);
    model.why().knownProperty().subscribe(known -> whyCells.forEach(Cell::showWhy));
    lang.textsProperty().subscribe(() -> {
      columnsOf = null;
      fill();
    });
    lang.veil().countProperty().subscribe((before, now) -> refresh());
  }

  /** Node that receives keys. */
  Node focus() {
    return table;
  }

  private void fill() {
    model.listProperty().get().ifPresent(list -> {
      following = true;
      if (columnsOf != list.data().dataset()) {
        columnsOf = list.data().dataset();
        table.getColumns().setAll(columns(list.data()));
        showPredictions();
      }
      if (table.getItems().size() != list.size()) {
        table.getItems().setAll(IntStream.range(0, list.size()).boxed().toList());
      }
      refresh();
      following = false;
      follow();
    });
  }

  private List<TableColumn<Integer, String>> columns(PreparedData data) {
    List<TableColumn<Integer, String>> columns = new ArrayList<>();
    for (ExampleColumn about : ExampleColumn.of(data.dataset())) {
      TableColumn<Integer, String> column = new TableColumn<>(words.title(about, data));
      column.setUserData(about);
      column.setPrefWidth(switch (about.kind()) {
        case ROW -> ROW_NUMBER;
        case PART -> PART;
        case TEXT -> TEXT;
        case WHY -> REASONS;
        case TARGET, PREDICTED -> Math.max(classWidth(data), LETTER * column.getText().length() + RIM);
        case FEATURE -> Math.max(NUMBER, LETTER * column.getText().length() + RIM);
        default -> WIDE;
      });
      column.getStyleClass().add(isNumber(about) ? "number" : "word");
      column.setReorderable(false);
      column.setSortable(about.kind().sorts());
      column.setCellValueFactory(row -> new SimpleStringProperty(text(about, row.getValue())));
      column.setCellFactory(all -> new Cell(about));
      if (about.kind() == ExampleColumn.Kind.WHY) {
        Label head = new Label(column.getText());
        head.setTooltip(new Tooltip(words.whyHelp()));
        column.setText("");
        column.setGraphic(head);
      }
      columns.add(column);
    }
    return columns;
  }

  private static double classWidth(PreparedData data) {
    int longest = data.dataset().classNames().stream().mapToInt(String::length).max().orElse(0);
    return Math.max(WIDE, Math.min(WIDEST_CLASS, LETTER * longest + MARK));
  }

  /** Shows the prediction columns once there are predictions, and the part where the list has several. */
  private void showPredictions() {
    boolean known = model.predictionsProperty().get().isPresent();
    boolean several = model.partProperty().get().isEmpty();
    for (TableColumn<Integer, ?> column : table.getColumns()) {
      ExampleColumn.Kind kind = kind(column);
      column.setVisible((known || !kind.needsPrediction()) && (several || kind != ExampleColumn.Kind.PART));
    }
    fit();
    refresh();
  }

  private static ExampleColumn.Kind kind(TableColumn<Integer, ?> column) {
    return ((ExampleColumn) column.getUserData()).kind();
  }

  /** The attributions take the remaining width: beyond it they would be cut. */
  private void fit() {
    double taken = BAR;
    for (TableColumn<Integer, ?> column : table.getColumns()) {
      if (kind(column) == ExampleColumn.Kind.WHY) {
        column.setPrefWidth(Math.max(REASONS, table.getWidth() - taken));
      }
      taken += column.isVisible() ? column.getWidth() : 0;
    }
  }

  private void refresh() {
    whyCells.clear();
    table.refresh();
  }

  private static boolean isNumber(ExampleColumn column) {
    return switch (column.kind()) {
      case PART, TEXT, TARGET, PREDICTED, WHY -> false;
      default -> true;
    };
  }

  /** The visible examples. */
  private List<Example> inSight() {
    return Sight.of(table) ? whyCells.stream().map(Cell::example).flatMap(Optional::stream).distinct().toList() : List.of();
  }

  private String text(ExampleColumn column, int index) {
    return model.listProperty().get()
        .filter(list -> index < list.size())
        .map(list -> words.cell(column, list.data(), model.predictionsProperty().get(), list.at(index)))
        .orElse("");
  }

  private boolean sort() {
    if (!following && !table.getSortOrder().isEmpty()) {
      TableColumn<Integer, ?> first = table.getSortOrder().get(0);
      boolean ascending = first.getSortType() == TableColumn.SortType.ASCENDING;
      model.orderProperty().set(new ExamplesModel.Order((ExampleColumn) first.getUserData(), ascending));
    }
    return true;
  }

  private void choose(int index) {
    if (!following && index >= 0) {
      model.choose(index);
    }
  }

  /** Selects the chosen example and scrolls to it. */
  private void follow() {
    following = true;
    model.chosenIndex().filter(index -> index < table.getItems().size()).ifPresentOrElse(
        index -> {
          if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
            table.scrollTo(Math.max(0, index - 3));
          }
        },
        () -> table.getSelectionModel().clearSelection());
    following = false;
  }

  /** Cell: a class with a dot in its colour, a prediction with a mark for right or wrong, a number right-aligned. */
  private final class Cell extends TableCell<Integer, String> {
    private final ExampleColumn column;
    private final Circle dot = new Circle(DOT);
    private final WhyLine reasons = new WhyLine(words);

    Cell(ExampleColumn column) {
      this.column = column;
      if (column.kind() == ExampleColumn.Kind.WHY) {
        whyCells.add(this);
      }
    }

    /** The example of its row; empty for none. */
    Optional<Example> example() {
      return isEmpty() ? Optional.empty()
          : model.listProperty().get().filter(list -> getIndex() >= 0 && getIndex() < list.size()).map(list -> list.at(getIndex()));
    }

    void showWhy() {
      Optional<Why> why = isEmpty() ? Optional.empty() : example().flatMap(model.why()::of);
      why.ifPresent(reasons::show);
      setGraphic(why.isPresent() ? reasons : null);
      setText(isEmpty() || why.isPresent() ? null : model.why().isHidden() ? Veil.SIGN : "…");
      setAccessibleText(why.map(words::why).orElse(null));
      setTooltip(why.map(found -> new Tooltip(words.why(found))).orElse(null));
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      if (column.kind() == ExampleColumn.Kind.WHY) {
        showWhy();
        return;
      }
      setText(empty ? null : text);
      setGraphic(empty || text.isEmpty() ? null : graphic());
    }

    private Node graphic() {
      boolean target = column.kind() == ExampleColumn.Kind.TARGET;
      boolean predicted = column.kind() == ExampleColumn.Kind.PREDICTED;
      ExampleList list = model.listProperty().get().orElse(null);
      pseudoClassStateChanged(WRONG, false);
      if (list == null || !ExamplesModel.hasClasses(list.data()) || !target && !predicted || getIndex() >= list.size()) {
        return null;
      }
      Example example = list.at(getIndex());
      if (target) {
        dot.setFill(theme.palette().ofClass(list.data().classOf(example.part(), example.row())));
        return dot;
      }
      boolean right = model.predictionsProperty().get().filter(p -> p.right(example.part(), example.row())).isPresent();
      pseudoClassStateChanged(WRONG, !right);
      return (right ? Icon.CHECK : Icon.CLOSE).view();
    }
  }
}
