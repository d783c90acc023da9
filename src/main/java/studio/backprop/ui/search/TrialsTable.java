package studio.backprop.ui.search;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** The best trials, a line each; Enter opens one as the project, Delete takes one out, the boxes choose some for twin runs. */
final class TrialsTable extends TableView<Trial> {
  private static final int SHOWN = 60;
  private static final double NARROW = 34;
  private static final double NUMBER = 70;
  private static final double REAL = 82;
  private static final double USUAL = 78;
  private static final double OPEN = 34;
  /** Of the scroll bar, and of the edges. */
  private static final double BAR = 18;
  /** Of a title: a letter, one of a Chinese word, and what is around it. */
  private static final double LETTER = 7.6;
  private static final double SIGN = 13.5;
  private static final double AROUND = 14;

  private final SearchModel model;
  private final Lang lang;
  private final Hints hints;
  private final SearchWords words;
  private final IntConsumer open;
  private Space shown = Space.NONE;
  private boolean onlyRead;
  private int examples;

  /** @param open makes a trial the project */
  TrialsTable(SearchModel model, Lang lang, Hints hints, IntConsumer open) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.open = open;
    this.words = new SearchWords(model, lang);
    getStyleClass().addAll("tries-table", "trials-table");
    setId("trials-table");
    setMinHeight(0);
    accessibleTextProperty().bind(lang.bind("trials.best"));
    setPlaceholder(new EmptyState(Icon.RUNS, lang.bind("trials.table.empty")));
    lang.textsProperty().subscribe(texts -> build());
    widthProperty().subscribe(width -> fit());
    getSelectionModel().selectedItemProperty().subscribe(trial -> {
      if (trial != null) {
        model.selectedProperty().set(trial.number());
      }
    });
    model.selectedProperty().subscribe(number -> select(number.intValue()));
    model.hand().picked().subscribe(this::refresh);
    addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      Trial trial = getSelectionModel().getSelectedItem();
      if (trial == null || key.isShortcutDown() || onlyRead) {
        return;
      }
      if (key.getCode() == KeyCode.ENTER) {
        open.accept(trial.number());
        key.consume();
      } else if (key.getCode() == KeyCode.DELETE) {
        model.hand().drop(trial.number());
        key.consume();
      }
    });
  }

  /** Nothing is opened, compared or taken out. */
  void onlyRead() {
    onlyRead = true;
    build();
  }

  void redraw() {
    SearchRecord search = model.search();
    if (!search.settings().space().equals(shown) || model.examples() != examples) {
      build();
    }
    int selected = model.selectedProperty().get();
    List<Trial> rows = search.settings().goal() == SearchGoal.FRONT ? TrialRanking.front(search) : TrialRanking.of(search);
    List<Trial> best = rows.stream().limit(SHOWN).toList();
    if (!best.equals(getItems())) {
      put(best);
      select(selected);
    }
  }

  /** Rows that stay as they are keep their cells: many trials report in a second. */
  private void put(List<Trial> best) {
    int same = Math.min(best.size(), getItems().size());
    for (int row = 0; row < same; row++) {
      if (!best.get(row).equals(getItems().get(row))) {
        getItems().set(row, best.get(row));
      }
    }
    getItems().subList(same, getItems().size()).clear();
    getItems().addAll(best.subList(same, best.size()));
  }

  private void select(int number) {
    Trial now = getSelectionModel().getSelectedItem();
    if (now == null || now.number() != number) {
      getItems().stream().filter(trial -> trial.number() == number).findFirst().ifPresentOrElse(
          getSelectionModel()::select, getSelectionModel()::clearSelection);
    }
  }

  private void build() {
    shown = model.search().settings().space();
    examples = model.examples();
    getColumns().clear();
    if (!onlyRead) {
      TableColumn<Trial, Trial> pick = column("", NARROW);
      pick.setCellFactory(c -> new Pick());
      getColumns().add(pick);
    }
    getColumns().add(text("#", NARROW, trial -> String.valueOf(trial.number()), true));
    getColumns().add(text(result(), counts(), words::reached, true));
    if (!onlyRead) {
      TableColumn<Trial, Trial> last = column("", OPEN);
      last.setCellFactory(c -> new Open());
      getColumns().add(last);
    }
    getColumns().add(text(lang.say("trials.column.epochs"), NARROW, trial -> String.valueOf(trial.epoch()), true));
    getColumns().add(text(lang.say("trials.column.parameters"), NUMBER, trial -> lang.numbers().whole(trial.parameters()), true));
    for (int d = 0; d < shown.dimensions().size(); d++) {
      Dimension dimension = shown.dimensions().get(d);
      int at = d;
      boolean number = model.known(dimension.name()).map(setting -> setting.isNumber()).orElse(false);
      double width = !number ? USUAL : dimension.whole() ? NARROW : dimension.log() ? REAL : NUMBER;
      getColumns().add(text(words.head(dimension), width, trial -> words.aligned(dimension, trial.values().get(at)), number));
    }
    fit();
  }

  /** As wide as all of all is written. */
  private double counts() {
    int most = Math.max(100, model.examples());
    return AROUND + LETTER * lang.say("trials.of", most, most).length();
  }

  /** Counts stand below their own name, not below a percentage. */
  private String result() {
    SearchGoal goal = model.search().settings().goal();
    return lang.say(goal != SearchGoal.LOSS ? "trials.column.correct" : "trials.axis." + goal.id());
  }

  /** Shows the columns for which there is room; what a row says when it is pointed at has all settings. */
  private void fit() {
    double room = getWidth() - BAR;
    for (TableColumn<Trial, ?> column : getColumns()) {
      room -= column.getPrefWidth();
      column.setVisible(room >= 0);
    }
  }

  private TableColumn<Trial, Trial> column(String title, double width) {
    TableColumn<Trial, Trial> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setSortable(false);
    column.setReorderable(false);
    double written = title.codePoints().mapToDouble(letter -> Character.isIdeographic(letter) ? SIGN : LETTER).sum();
    column.setMinWidth(Math.max(width, written + AROUND)); // fit() has seen to the room
    column.setPrefWidth(Math.max(width, written + AROUND));
    return column;
  }

  private TableColumn<Trial, Trial> text(String title, double width, Function<Trial, String> said, boolean number) {
    TableColumn<Trial, Trial> column = column(title, width);
    column.setCellFactory(c -> new TableCell<>() {
      @Override
      protected void updateItem(Trial trial, boolean empty) {
        super.updateItem(trial, empty);
        boolean nothing = empty || trial == null;
        setText(nothing ? null : said.apply(trial));
        setTooltip(nothing ? null : new Tooltip(words.whole(trial)));
      }
    });
    if (number) {
      column.getStyleClass().add("number");
    }
    return column;
  }

  /** Whether a trial is chosen for twin runs. */
  private final class Pick extends TableCell<Trial, Trial> {
    private final CheckBox box = new CheckBox();

    Pick() {
      box.setFocusTraversable(false);
      box.setOnAction(event -> {
        model.hand().pick(getItem().number());
        updateItem(getItem(), false);
      });
    }

    @Override
    protected void updateItem(Trial trial, boolean empty) {
      super.updateItem(trial, empty);
      setGraphic(empty || trial == null ? null : box);
      if (trial != null && !empty) {
        box.setSelected(model.hand().picked().contains(trial.number()));
        box.setAccessibleText(lang.say("trials.pick", trial.number()));
      }
    }
  }

  /** Makes a trial the project. */
  private final class Open extends TableCell<Trial, Trial> {
    private final Button button = new Button(null, Icon.NEW_WINDOW.view());
    private final Label none = new Label();

    Open() {
      button.getStyleClass().addAll("bare", "small", "icon-only", "open");
      button.setFocusTraversable(false);
      button.setOnAction(event -> open.accept(getItem().number()));
      hints.explain(button, "trials.open.help");
    }

    @Override
    protected void updateItem(Trial trial, boolean empty) {
      super.updateItem(trial, empty);
      setGraphic(empty || trial == null ? none : button);
    }
  }
}
