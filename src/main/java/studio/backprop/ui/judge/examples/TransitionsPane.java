package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.RecentTransitions;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.environment.EnvironmentFacts;
import studio.backprop.ui.workspace.environment.EnvironmentStill;
import studio.backprop.ui.workspace.environment.TakenAction;

/** Transitions page of an agent: the steps that it learns from, and its environment. */
final class TransitionsPane extends HBox {
  private static final int DIGITS = 3;
  private static final double ROW = 28;
  private static final double LETTER = 7.5;
  private static final double RIM = 30;
  private static final double NARROW = 88;
  private static final double WIDE = 124;

  private final TransitionsModel model;
  private final Lang lang;
  private final TableView<Integer> table = new TableView<>();
  private final StackPane place = new StackPane();
  private final Node nothing;
  private final StringProperty about = new SimpleStringProperty("");
  /** Key of the current columns. */
  private List<Object> columnsOf = List.of();
  private RecentTransitions shown;

  TransitionsPane(TransitionsModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    nothing = new EmptyState(Icon.DATA, lang.bind("transitions.none"));
    table.setFixedCellSize(ROW);
    table.setPlaceholder(new Label());
    table.accessibleTextProperty().bind(lang.bind("transitions.table"));
    place.setMinSize(0, 0);
    HBox.setHgrow(place, Priority.ALWAYS);
    Label help = Labels.wrapped("");
    help.textProperty().bind(lang.bind(model.worldProperty().map(world -> world.map(Environment::help).orElse(null))));
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind(model.worldProperty().map(world -> world.map(Environment::title).orElse(null))));
    Label note = Labels.wrapped("", "note", "mut");
    note.textProperty().bind(about);
    VBox side = new VBox(title, help, new EnvironmentStill(model.worldProperty(), lang, theme),
        new EnvironmentFacts(model.worldProperty(), lang),
        note);
    side.getStyleClass().add("side");
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-scroll");
    getChildren().addAll(place, scroll);
    model.sightProperty().subscribe(this::show);
    lang.whenWrittenAnew(() -> {
      columnsOf = List.of();
      show();
    });
  }

  /** Node that receives keys. */
  Node focus() {
    return table;
  }

  private void show() {
    Optional<AgentSnapshot> sight = model.sightProperty().get();
    Optional<RecentTransitions> lived = sight.flatMap(AgentSnapshot::lived);
    Node wanted = lived.isPresent() ? table : nothing;
    if (place.getChildren().size() != 1 || place.getChildren().get(0) != wanted) {
      place.getChildren().setAll(wanted);
    }
    about.set(sight.map(this::about).orElse(""));
    lived.ifPresent(steps -> {
      shown = steps;
      columns(sight.get().world(), steps);
      if (table.getItems().size() != steps.count()) {
        table.getItems().setAll(IntStream.range(0, steps.count()).boxed().toList());
      }
      table.refresh();
    });
  }

  /** Description of the shown steps. */
  private String about(AgentSnapshot sight) {
    return sight.memory().map(memory -> lang.say("transitions.memory", memory.size(), memory.capacity()))
        .or(() -> sight.rollout().map(rollout -> lang.say("transitions.rollout", rollout.steps(), rollout.worlds())))
        .orElseGet(() -> sight.last().isPresent() ? lang.say("transitions.online") : "");
  }

  private void columns(Environment world, RecentTransitions steps) {
    List<Object> wanted = List.of(world.id(), steps.width(), steps.rewards().length > 0, steps.nextObservations().length > 0,
        steps.selections().length > 0);
    if (wanted.equals(columnsOf)) {
      return;
    }
    columnsOf = wanted;
    List<TableColumn<Integer, String>> all = new ArrayList<>();
    all.add(column("#", "number", row -> lang.numbers().whole(row + 1)));
    observed(all, world, "", row -> shown.observations());
    all.add(column(lang.say("transitions.action"), "word", row -> lang.say(world.action(shown.actions()[row]))));
    all.add(column(lang.say("transitions.selection"), "word", row -> selection(row)));
    if (steps.rewards().length > 0) {
      all.add(column(lang.say("transitions.reward"), "number", row -> number(shown.rewards()[row])));
    }
    if (steps.nextObservations().length > 0) {
      observed(all, world, "′", row -> shown.nextObservations());
      all.add(column(lang.say("transitions.ended"), "word", row -> shown.terminated()[row] ? lang.say("transitions.ended.yes") : ""));
    }
    if (steps.advantages().length > 0) {
      all.add(column(lang.say("transitions.advantage"), "number", row -> number(shown.advantages()[row])));
      all.add(column(lang.say("transitions.return"), "number", row -> number(shown.wanted()[row])));
    } else if (steps.wanted().length > 0) {
      all.add(column(lang.say("transitions.target"), "number", row -> number(shown.wanted()[row])));
    }
    table.getColumns().setAll(all);
  }

  /** The state of a grid is its cell, any other its variables. @param sign suffix of the next observation's columns */
  private void observed(List<TableColumn<Integer, String>> all, Environment world, String sign, IntFunction<float[]> of) {
    if (world instanceof Grid grid) {
      all.add(column(lang.say("transitions.square") + sign, "word", row -> square(grid, of.apply(row), row)));
      return;
    }
    for (int i = 0; i < world.observed().size(); i++) {
      int at = i;
      ObservationVariable number = world.observed().get(i);
      all.add(column(lang.say(number.title()) + sign, "number", row -> measured(of.apply(row), row, at)));
    }
  }

  /** How the action was chosen: a policy samples by probability. */
  private String selection(int row) {
    boolean known = shown.selections().length > 0;
    return known ? shown.selections()[row].title().map(lang::say).orElse("–") : lang.say(TakenAction.sampled());
  }

  private String measured(float[] seen, int row, int at) {
    float scaled = seen[row * shown.width() + at];
    return Float.isNaN(scaled) ? "–" : number(model.scaler().map(scaler -> scaler.unscale(at, scaled)).orElse(scaled));
  }

  private String square(Grid grid, float[] seen, int row) {
    int start = row * shown.width();
    if (Float.isNaN(seen[start])) {
      return "–";
    }
    float[] place = new float[shown.width()];
    for (int i = 0; i < place.length; i++) {
      float scaled = seen[start + i];
      int at = i;
      place[i] = model.scaler().map((Scaler scaler) -> scaler.unscale(at, scaled)).orElse(scaled);
    }
    double[] state = new double[grid.stateSize()];
    grid.imagine(place, state);
    return lang.say("transitions.place", (int) state[0] / grid.columns() + 1, (int) state[0] % grid.columns() + 1);
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  private TableColumn<Integer, String> column(String title, String style, IntFunction<String> text) {
    TableColumn<Integer, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue() < shown.count() ? text.apply(row.getValue()) : ""));
    column.setPrefWidth(Math.max(style.equals("word") ? WIDE : NARROW, LETTER * title.length() + RIM));
    column.getStyleClass().add(style);
    column.setReorderable(false);
    column.setSortable(false);
    return column;
  }
}
