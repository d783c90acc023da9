package studio.backprop.ui.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.train.observe.Example;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** A row for each example. Cells are written when they come into sight; a click on a column's head sorts by it. */
final class TablePage extends StackPane {
  private static final double ROW = 28;
  private static final double ROW_NUMBER = 64;
  /** A letter of a column's name, and the room around the name. */
  private static final double LETTER = 7.5;
  private static final double RIM = 30;
  private static final double NUMBER = 104;
  private static final double WIDE = 106;
  private static final double TEXT = 280;
  private static final double LEAST_REASONS = 170;
  private static final double PART = 80;
  private static final double CERTAINTY = 102;
  /** The rim of the table, and room for what scrolls it. */
  private static final double BESIDE = 18;
  private static final double DOT = 4;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ExamplesModel model;
  private final ThemeModel theme;
  private final ExampleWords words;
  private final TableView<Integer> table = new TableView<>();
  /** Cells of that column, which say what was found once it was found. */
  private final List<Cell> whyCells = new ArrayList<>();
  private Dataset columnsOf;
  private boolean following;

  TablePage(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.words = new ExampleWords(lang);
    table.setFixedCellSize(ROW);
    table.accessibleTextProperty().bind(lang.bind("examples.table.help"));
    table.setPlaceholder(new Label());
    table.setSortPolicy(sorted -> sort());
    table.getSelectionModel().selectedIndexProperty().subscribe(index -> choose(index.intValue()));
    getChildren().add(table);
    table.widthProperty().subscribe(width -> giveRest());
    model.listProperty().subscribe(this::fill);
    model.predictionsProperty().subscribe(this::showPredictions);
    model.exampleProperty().subscribe(this::follow);
    theme.paletteProperty().subscribe(table::refresh);
    model.why().watch(this::inSight);
    model.why().knownProperty().subscribe(known -> whyCells.forEach(Cell::showWhy));
    lang.textsProperty().subscribe(() -> {
      columnsOf = null;
      fill();
    });
  }

  /** What the keyboard works on. */
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
        case TEXT -> TEXT;
        case WHY -> LEAST_REASONS;
        case PART -> PART;
        case CERTAINTY -> CERTAINTY;
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

  /** Columns of predictions are there once there are some. */
  private void showPredictions() {
    boolean known = model.predictionsProperty().get().isPresent();
    for (TableColumn<Integer, ?> column : table.getColumns()) {
      column.setVisible(known || !((ExampleColumn) column.getUserData()).kind().needsPrediction());
    }
    giveRest();
    refresh();
  }

  /** What a prediction rests on takes the room that the columns before it leave, so that it is in sight. */
  private void giveRest() {
    double taken = BESIDE;
    for (TableColumn<Integer, ?> column : table.getColumns()) {
      if (((ExampleColumn) column.getUserData()).kind() == ExampleColumn.Kind.WHY) {
        column.setPrefWidth(Math.max(LEAST_REASONS, table.getWidth() - taken));
        return;
      }
      taken += column.isVisible() ? column.getPrefWidth() : 0;
    }
  }

  /** All cells are made anew. */
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

  /** The examples whose reasons somebody sees. */
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

  /** Marks the chosen example, and brings it into sight. */
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

  /** A class with a dot in its colour, a prediction with a mark for right or wrong, a number at the right. */
  private final class Cell extends TableCell<Integer, String> {
    private final ExampleColumn column;
    private final Circle dot = new Circle(DOT);

    Cell(ExampleColumn column) {
      this.column = column;
      if (column.kind() == ExampleColumn.Kind.WHY) {
        whyCells.add(this);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        widthProperty().subscribe(width -> fit());
      }
    }

    /** The example of its row; empty where it has none. */
    Optional<Example> example() {
      return isEmpty() ? Optional.empty()
          : model.listProperty().get().filter(list -> getIndex() >= 0 && getIndex() < list.size()).map(list -> list.at(getIndex()));
    }

    void showWhy() {
      setText(isEmpty() ? null : example().flatMap(model.why()::of).map(words::why).orElse("…"));
      showReasons();
    }

    /** The reasons with the colours of their signs; all of them are said where some have no room. */
    private void showReasons() {
      Optional<Why> why = isEmpty() ? Optional.empty() : example().flatMap(model.why()::of);
      setGraphic(why.map(known -> new ReasonLine(words.reasons(known))).orElse(null));
      setContentDisplay(why.isPresent() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
      fit();
    }

    private void fit() {
      double room = getWidth() - snappedLeftInset() - snappedRightInset();
      boolean cut = getGraphic() instanceof ReasonLine line && line.whole() > room;
      if (getGraphic() instanceof ReasonLine line) {
        line.setPrefWidth(Math.max(0, room));
      }
      setTooltip(cut ? new Tooltip(getText()) : null);
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
