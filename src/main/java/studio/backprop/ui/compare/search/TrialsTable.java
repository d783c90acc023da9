package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.compare.comparison.PickCell;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PinnedTable;

/**
 * Table of the best trials, or sorted by a column. The highlighted row is the selected trial, shown in all plots and the target of
 * shortcuts: Enter opens it as the project, Delete removes it. The checkboxes pick trials for a comparison, independently of the selection.
 */
final class TrialsTable extends PinnedTable<Trial> {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final int SHOWN = 500;
  /** Above this number of changed rows all are replaced. */
  private static final int FEW = 8;
  private static final double NARROW = 34;
  private static final double PICK = 46;
  private static final double NUMBER = 64;
  private static final double REAL = 74;
  private static final String LAYERS = "layers";
  private static final String UNITS = "units";
  /** Upper bound of the units of a layer. */
  private static final double MANY = 1e6;
  private static final double DEFAULT_WIDTH = 72;
  /** Approximate widths of a title's parts in px: a letter, a Chinese character, padding, sort arrow. */
  private static final double LETTER = 7.4;
  private static final double SIGN = 13.5;
  private static final double AROUND = 12;
  private static final double ARROW = 8;

  private final SearchModel model;
  private final Lang lang;
  private final Hints hints;
  private final SearchTexts words;
  private final IntConsumer open;
  private int best;
  private Space shown = Space.NONE;
  private boolean onlyRead;
  private int examples;
  private SearchGoal goal = SearchGoal.ACCURACY;

  /** Sort key of a column; NaN is last in both directions. */
  private record Key(ToDoubleFunction<Trial> of) {
    Comparator<Trial> order(boolean rising) {
      Comparator<Trial> known = Comparator.comparing(trial -> Double.isNaN(of.applyAsDouble(trial)));
      Comparator<Trial> by = Comparator.comparingDouble(of);
      return known.thenComparing(rising ? by : by.reversed());
    }
  }

  /** @param open makes a trial the project */
  TrialsTable(SearchModel model, Lang lang, Hints hints, IntConsumer open) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.open = open;
    this.words = new SearchTexts(model, lang);
    getStyleClass().addAll("tries-table", "trials-table");
    setId("trials-table");
    setMinHeight(0);
    accessibleTextProperty().bind(lang.bind("trials.best"));
    setPlaceholder(new EmptyState(Icon.RUNS, lang.bind("trials.table.empty")));
    setSortPolicy(table -> {
      arrange();
      return true;
    });
    lang.textsProperty().subscribe(texts -> build());
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
        drop(trial);
        key.consume();
      }
    });
  }

  /** Removes a trial and selects the next. */
  private void drop(Trial trial) {
    int row = getItems().indexOf(trial);
    Trial next = row + 1 < getItems().size() ? getItems().get(row + 1) : row > 0 ? getItems().get(row - 1) : null;
    model.hand().drop(trial.number());
    if (next != null && model.selectedProperty().get() == 0) {
      model.selectedProperty().set(next.number());
    }
  }

  /** Disables opening, comparing and removing. */
  void onlyRead() {
    onlyRead = true;
    build();
  }

  void redraw() {
    SearchRecord search = model.search();
    if (!search.settings().space().equals(shown) || model.examples() != examples || search.settings().goal() != goal) {
      build();
    }
    arrange();
  }

  /** Sorted by the clicked headers or else by result. Keeps the selection. */
  private void arrange() {
    SearchRecord search = model.search();
    int selected = model.selectedProperty().get();
    int before = best;
    best = TrialRanking.best(search).map(Trial::number).orElse(0);
    List<Trial> rows = new ArrayList<>(search.settings().goal() == SearchGoal.FRONT ? TrialRanking.front(search) : TrialRanking.of(search));
    Comparator<Trial> order = Comparator.comparing(trial -> 0);
    for (TableColumn<Trial, ?> column : getSortOrder()) {
      order = order.thenComparing(((Key) column.getUserData()).order(column.getSortType() == TableColumn.SortType.ASCENDING));
    }
    rows.sort(order);
    widen("parameters", lang.numbers().whole(rows.stream().mapToLong(Trial::parameters).max().orElse(0)));
    widen("epochs", String.valueOf(rows.stream().mapToInt(Trial::epoch).max().orElse(0)));
    List<Trial> first = rows.stream().limit(SHOWN).toList();
    if (!first.equals(getItems())) {
      put(first);
      select(selected);
    }
    if (best != before) {
      refresh();
    }
  }

  private void widen(String id, String longest) {
    getColumns().stream().filter(column -> column.getId().equals(id))
        .forEach(column -> column.setMinWidth(Math.max(AROUND + ARROW + LETTER * longest.length(), column.getMinWidth())));
  }

  /** Replaces changed rows only: many trials report per second, and each change of a row notifies all listeners. */
  private void put(List<Trial> first) {
    int same = Math.min(first.size(), getItems().size());
    List<Integer> changed = IntStream.range(0, same).filter(row -> !first.get(row).equals(getItems().get(row))).boxed().toList();
    if (changed.size() > FEW) {
      getItems().setAll(first);
      return;
    }
    changed.forEach(row -> getItems().set(row, first.get(row)));
    getItems().subList(same, getItems().size()).clear();
    getItems().addAll(first.subList(same, first.size()));
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
    Map<String, TableColumn.SortType> sorted = new LinkedHashMap<>();
    getSortOrder().forEach(column -> sorted.put(column.getId(), column.getSortType()));
    getColumns().clear();
    unpin();
    if (!onlyRead) {
      TableColumn<Trial, Trial> pick = pin(column("pick", "", PICK, lang.say("trials.column.pick.help")));
      pick.setCellFactory(c -> pin(new PickCell<>(model.hand().picked(), Trial::number, model.hand()::pick, TrialsByHand.MOST_PICKED, true,
          number -> lang.say("trials.pick", number))));
      getColumns().add(pick);
    }
    goal = model.search().settings().goal();
    boolean counted = goal != SearchGoal.LOSS;
    numbered(true, column("number", "#", NARROW, lang.say("trials.column.number")), Trial::number, trial -> String.valueOf(trial.number()));
    numbered(true, column("reached", lang.say(counted ? "trials.column.accuracy" : "trials.axis." + goal.id()), counts(),
        lang.say("trials.column.reached")), this::reached, words::reached);
    if (!onlyRead) {
      TableColumn<Trial, Trial> last = column("open", "", NARROW, lang.say("trials.open.help"));
      last.setCellFactory(c -> new Open());
      getColumns().add(last);
    }
    if (goal == SearchGoal.FRONT) { // then they count as much
      parameters();
    }
    for (int d = 0; d < shown.dimensions().size(); d++) {
      setting(d);
    }
    numbered(false, column("epochs", lang.say("trials.column.epochs"), NARROW, lang.say("trials.cli.epochs")), Trial::epoch,
        trial -> String.valueOf(trial.epoch()));
    if (goal != SearchGoal.FRONT) {
      parameters();
    }
    getColumns().forEach(column -> Optional.ofNullable(sorted.get(column.getId())).ifPresent(column::setSortType));
    getSortOrder().setAll(sorted.keySet().stream()
        .flatMap(id -> getColumns().stream().filter(column -> column.getId().equals(id))).toList());
  }

  private void parameters() {
    numbered(false, column("parameters", lang.say("trials.column.parameters"), NARROW, lang.say("trials.cli.parameters")),
        Trial::parameters, trial -> lang.numbers().whole(trial.parameters()));
  }

  private double reached(Trial trial) {
    return trial.last().map(epoch -> SettingEffect.reached(epoch, model.search().settings().goal())).orElse(Double.NaN);
  }

  private void setting(int d) {
    Dimension dimension = shown.dimensions().get(d);
    int layers = place(LAYERS);
    int units = place(UNITS);
    if (layers >= 0 && units >= 0 && (d == layers || d == units)) {
      if (d == layers) {
        sizes(layers, units);
      }
      return;
    }
    boolean number = model.known(dimension.name()).map(Searchable::isNumber).orElse(false);
    double width = !number ? DEFAULT_WIDTH : dimension.whole() ? NARROW : dimension.log() ? REAL : NUMBER;
    TableColumn<Trial, Trial> column = column("setting-" + dimension.name(), words.head(dimension), width, words.title(dimension));
    Function<Trial, String> said = trial -> words.aligned(dimension, trial.values().get(d));
    if (number) {
      numbered(false, column, trial -> trial.values().get(d), said);
    } else {
      written(false, column, trial -> trial.values().get(d), said);
    }
  }

  private int place(String name) {
    return shown.find(name).map(shown.dimensions()::indexOf).orElse(-1);
  }

  /** Hidden layers and their units in one column: 2 × 85. */
  private void sizes(int layers, int units) {
    Dimension first = shown.dimensions().get(layers);
    Dimension second = shown.dimensions().get(units);
    TableColumn<Trial, Trial> column = column("setting-" + LAYERS, words.head(first), NUMBER,
        lang.say("trials.sizes", words.title(first), words.title(second)));
    numbered(false, column, trial -> trial.values().get(layers) * MANY + trial.values().get(units), trial -> lang.say("trials.sizes",
        words.value(first, trial.values().get(layers)), words.value(second, trial.values().get(units))));
  }

  /** Width of the widest count. */
  private double counts() {
    int most = Math.max(100, model.examples());
    return AROUND + LETTER * lang.say("trials.of", most, most).length();
  }

  private TableColumn<Trial, Trial> column(String id, String title, double width, String whole) {
    TableColumn<Trial, Trial> column = new TableColumn<>();
    column.setId(id);
    Label head = new Label(title);
    Tooltip.install(head, new Tooltip(whole));
    column.setGraphic(head);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setSortable(false);
    column.setReorderable(false);
    double written = title.codePoints().mapToDouble(letter -> Character.isIdeographic(letter) ? SIGN : LETTER).sum();
    column.setMinWidth(Math.max(width, written + AROUND + ARROW));
    column.setPrefWidth(Math.max(width, written + AROUND + ARROW));
    return column;
  }

  private void numbered(boolean stays, TableColumn<Trial, Trial> column, ToDoubleFunction<Trial> key, Function<Trial, String> said) {
    column.getStyleClass().add("number");
    written(stays, column, key, said);
  }

  /** Adds a column. @param key sort key @param said cell text */
  private void written(boolean stays, TableColumn<Trial, Trial> column, ToDoubleFunction<Trial> key, Function<Trial, String> said) {
    column.setUserData(new Key(key));
    column.setSortable(true);
    column.setCellFactory(c -> stays ? pin(new Written(said)) : new Written(said));
    getColumns().add(stays ? pin(column) : column);
  }

  /** Cell with a summary of the trial as tooltip. */
  private final class Written extends TableCell<Trial, Trial> {
    private final Function<Trial, String> said;
    private final Tooltip all = new Tooltip();

    Written(Function<Trial, String> said) {
      this.said = said;
      all.setOnShowing(event -> all.setText(words.whole(getItem())));
    }

    @Override
    protected void updateItem(Trial trial, boolean empty) {
      super.updateItem(trial, empty);
      boolean nothing = empty || trial == null;
      setText(nothing ? null : said.apply(trial));
      setTooltip(nothing ? null : all);
      pseudoClassStateChanged(BEST, !nothing && trial.number() == best);
    }
  }

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
