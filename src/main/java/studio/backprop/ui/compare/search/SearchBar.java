package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.Choice;

/** Settings of the search: method, budget, rungs, goal, seed and workers. */
final class SearchBar extends FlowPane {
  static final List<SearchMethod> ORDER =
      List.of(SearchMethod.RANDOM, SearchMethod.ASHA, SearchMethod.TPE, SearchMethod.TPE_ASHA, SearchMethod.GRID);
  private static final double GOAL = 124;
  private static final int DIGITS = 4;
  /** Fields with wide numbers. */
  private static final List<String> LONG = List.of("seed", "longest");
  private static final long MAX_SEED = 1_000_000;
  /** Maximum in the window; more via the command line. */
  private static final long MAX_PARALLEL = 64;

  private final SearchModel model;
  private final Lang lang;
  private final Terms terms;
  private final Hints hints;
  private boolean showing;

  SearchBar(SearchModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.terms = new Terms(lang);
    getStyleClass().add("search-bar");
    getChildren().addAll(methods(), budget(),
        number("eta", SearchSettings.LEAST_ETA, SearchSettings.MOST_ETA, now -> (double) now.eta(),
            (now, value) -> now.withEta((int) value), "successive-halving"),
        number("longest", 1, SearchSettings.MOST_LONGEST, now -> (double) now.longest(), (now, value) -> now.withLongest((int) value),
            "rung"),
        goal(),
        number("seed", 0, MAX_SEED, now -> (double) now.seed(), (now, value) -> now.withSeed((long) value), "seed"),
        number("parallel", 1, MAX_PARALLEL, now -> (double) now.parallel(),
            (now, value) -> now.withParallel((int) value), "trial"));
    model.stateProperty().subscribe(state -> setDisable(state != SearchModel.State.RESTING));
  }

  private HBox field(String key, Node control, String term) {
    Label name = new Label();
    name.textProperty().bind(lang.bind("trials.field." + key));
    name.setMinWidth(USE_PREF_SIZE);
    terms.explainSetting(name, "trials.field." + key + ".help", term);
    HBox field = new HBox(name, control);
    field.getStyleClass().add("field");
    return field;
  }

  private HBox methods() {
    Segmented<SearchMethod> methods = new Segmented<>(lang.bind("trials.field.method"));
    for (SearchMethod method : ORDER) {
      methods.add(method, lang.bind("trials.short." + method.id()));
      methods.explain(method, hints, "trials.method." + method.id() + ".help");
    }
    methods.setId("search-method");
    model.settingsProperty().subscribe(now -> methods.valueProperty().set(now.method()));
    methods.valueProperty().subscribe(method -> {
      if (method != null && model.settingsProperty().get().method() != method) {
        model.plan().change(now -> now.withMethod(method));
      }
    });
    HBox alone = new HBox(methods); // what they are is plain, and a word would take the room of a field
    alone.getStyleClass().add("field");
    return alone;
  }

  private HBox budget() {
    NumberModel amount = new NumberModel(NumberRange.whole(1, SearchBudget.MOST), model.settingsProperty().get().budget().amount());
    ObjectProperty<SearchBudget.Unit> unit = new SimpleObjectProperty<>(model.settingsProperty().get().budget().unit());
    model.settingsProperty().subscribe(now -> {
      showing = true;
      amount.valueProperty().set(now.budget().amount());
      unit.set(now.budget().unit());
      showing = false;
    });
    Runnable take = () -> {
      SearchBudget asked = new SearchBudget(unit.get(), (long) amount.value());
      if (!showing && !asked.equals(model.settingsProperty().get().budget())) {
        model.plan().change(now -> now.withBudget(asked));
      }
    };
    amount.valueProperty().subscribe((before, now) -> take.run());
    unit.subscribe((before, now) -> take.run());
    Choice<SearchBudget.Unit> units = new Choice<>(lang, List.of(SearchBudget.Unit.values()),
        one -> Message.of("trials.unit." + one.name().toLowerCase(Locale.ROOT)), lang.bind("trials.field.budget"));
    units.keep(unit, unit::set);
    NumberField field = new NumberField(lang, amount, lang.bind("trials.field.budget")).digits(DIGITS);
    field.setId("search-budget");
    HBox both = new HBox(field, units);
    both.getStyleClass().add("field");
    return field("budget", both, "budget");
  }

  private interface Setter {
    SearchSettings set(SearchSettings settings, double value);
  }

  private HBox number(String key, long low, long high, Function<SearchSettings, Double> read, Setter set, String term) {
    NumberModel number = new NumberModel(NumberRange.whole(low, high), read.apply(model.settingsProperty().get()));
    model.settingsProperty().subscribe(now -> number.valueProperty().set(read.apply(now)));
    number.valueProperty().subscribe((before, value) -> {
      if (value.doubleValue() != read.apply(model.settingsProperty().get())) {
        model.plan().change(now -> set.set(now, value.doubleValue()));
      }
    });
    NumberField field = new NumberField(lang, number, lang.bind("trials.field." + key)).digits(LONG.contains(key) ? DIGITS : 2);
    field.setId("search-" + key);
    if (key.equals("eta")) {
      model.settingsProperty().subscribe(now -> field.setDisable(!now.method().halves())); // else it has no effect
    }
    return field(key, field, term);
  }

  private HBox goal() {
    Choice<SearchGoal> goals = new Choice<>(lang, List.of(SearchGoal.values()), SearchGoal::title, lang.bind("trials.field.goal"));
    goals.setId("search-goal");
    goals.setPrefWidth(GOAL);
    ObjectProperty<SearchGoal> goal = new SimpleObjectProperty<>();
    model.settingsProperty().subscribe(now -> goal.set(now.goal()));
    goals.keep(goal, chosen -> model.plan().change(now -> now.withGoal(chosen)));
    return field("goal", goals, "validation");
  }
}
