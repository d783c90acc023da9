package studio.backprop.ui.judge.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.column.ColumnCorrelations;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.Choice;

/** Side panel of the features page: settings of the importance, selection, correlated pairs, and elimination. */
final class FeaturesSidePane extends VBox {
  private static final int MOST_PAIRS = 6;
  private static final int DECIMALS = 3;
  private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
  /** Maximum number of kept columns that are named. */
  private static final int NAMED = 8;

  private final FeaturesModel model;
  private final Lang lang;
  private final FeaturesTexts words;
  private final Choice<ImportanceMetric> metrics;
  private final Label chosen = new Label();
  private final Label facts = new Label();
  private final Button turn = new Button();
  private final Label why = new Label();
  private final VBox pairs = new VBox();
  private final Label pairsNote = new Label();
  private final Button run = new Button(null, Icon.PLAY.view());
  private final Label problem = new Label(null, Icon.WARNING.view());
  private final Label result = new Label();
  private final Choice<Integer> rounds;
  private final Button keep = new Button(null, Icon.CHECK.view());
  private final VBox keeping = new VBox();
  private final Consumer<OptionalInt> offering;
  private final Consumer<Boolean> begun;
  private final Label kept = new Label();
  private final Tooltip keptAll = new Tooltip();
  private EliminationRound offered;

  /**
   * @param offering receives the number of columns offered to be kept
   * @param begun notified of the start of an elimination, and whether by keyboard
   */
  FeaturesSidePane(FeaturesModel model, Lang lang, Hints hints, Consumer<OptionalInt> offering, Consumer<Boolean> begun) {
    this.model = model;
    this.lang = lang;
    this.words = new FeaturesTexts(lang);
    this.offering = offering;
    this.begun = begun;
    metrics = new Choice<>(lang, List.of(), metric -> Message.of("metric." + metric.id()), lang.bind("features.measure"));
    rounds = new Choice<>(lang, List.of(), this::roundName, lang.bind("features.keep.choice"));
    getStyleClass().addAll("metrics-side", "folds-side");
    getChildren().addAll(title("features.importance", "permutation-importance"), measures(hints), title("features.selected", null),
        chosen, facts, turn, why, title("features.pairs", "correlation"), pairs, pairsNote, elimination());
    makeSelected(hints);
    makeElimination(hints);
  }

  private Label title(String key, String term) {
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind(key));
    if (term != null) {
      new Terms(lang).explain(title, term);
    }
    return title;
  }

  private Label note(String key) {
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.textProperty().bind(lang.bind(key));
    return note;
  }

  private VBox measures(Hints hints) {
    metrics.setId("importance-metric");
    metrics.keep(model.choices().metricProperty(), model.choices().metricProperty()::set);
    hints.explain(metrics, Bindings.createObjectBinding(() -> Message.of("features.measure." + model.choices().metricProperty().get().id()),
        model.choices().metricProperty()));
    CheckBox together = new CheckBox();
    together.setId("shuffle-together");
    together.textProperty().bind(lang.bind("features.together"));
    together.setWrapText(true);
    together.selectedProperty().bindBidirectional(model.choices().togetherProperty());
    hints.explain(together, "features.together.help");
    VBox all = new VBox(metrics, together, note("features.importance.note"));
    all.getStyleClass().add("methods");
    return all;
  }

  private void makeSelected(Hints hints) {
    chosen.setId("chosen-columns");
    chosen.setWrapText(true);
    chosen.getStyleClass().add("plot-name");
    for (Label label : List.of(facts, why, pairsNote, result, kept)) {
      label.getStyleClass().addAll("note", "mut");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    turn.setId("leave-out");
    turn.setMaxWidth(Double.MAX_VALUE);
    turn.setOnAction(event -> model.turn(model.choices().selectionProperty().get()));
    hints.explain(turn, "features.leave_out.help");
    pairs.getStyleClass().add("methods");
  }

  /** In a lesson only where a step lets the learner train. */
  private VBox elimination() {
    VBox all = new VBox(title("features.elimination", "recursive-elimination"), note("features.elimination.help"), problem, run, result,
        keeping);
    all.getStyleClass().add("elimination");
    model.elimination().trainableProperty().subscribe(can -> Sight.show(all, can));
    return all;
  }

  private void makeElimination(Hints hints) {
    run.setId("run-elimination");
    run.getStyleClass().add("main");
    run.textProperty().bind(lang.bind("features.elimination.run"));
    run.setMaxWidth(Double.MAX_VALUE);
    run.setOnAction(event -> {
      boolean keys = run.isFocused();
      model.eliminate();
      begun.accept(keys);
    });
    hints.explain(run, "features.elimination.run.help");
    problem.getStyleClass().addAll("note", "warn");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    rounds.setId("keep-choice");
    rounds.valueProperty().subscribe(now -> {
      offered = model.elimination().rounds().stream().filter(round -> now != null && round.columns().size() == now).findFirst()
          .orElse(null);
      offering.accept(offered == null ? OptionalInt.empty() : OptionalInt.of(offered.columns().size()));
      showKept();
    });
    kept.setId("kept-columns");
    keptAll.setWrapText(true);
    keptAll.setMaxWidth(360);
    keep.setId("keep-columns");
    keep.textProperty().bind(lang.bind("features.keep"));
    keep.setMaxWidth(Double.MAX_VALUE);
    keep.setOnAction(event -> Optional.ofNullable(offered).ifPresent(model.elimination()::keep));
    hints.explain(keep, "features.keep.help");
    keeping.getStyleClass().add("methods");
    keeping.getChildren().addAll(rounds, kept, keep);
  }

  /** Names the kept columns; of many the first ones, all in the tooltip. */
  private void showKept() {
    List<String> names = offered == null ? List.of() : offered.columns();
    int shown = names.size() > NAMED ? NAMED - 1 : names.size();
    String first = String.join(lang.say("folds.and"), names.subList(0, shown));
    kept.setText(shown == names.size() ? first : first + lang.say("folds.chosen.more", names.size() - shown));
    keptAll.setText(String.join(lang.say("folds.and"), names));
    kept.setTooltip(shown == names.size() ? null : keptAll);
  }

  private Message roundName(Integer columns) {
    return model.elimination().rounds().stream().filter(round -> round.columns().size() == columns).findFirst()
        .map(round -> Message.of("features.round", columns,
            words.value(model.elimination().metric(), round.validation().value(model.elimination().metric()))))
        .orElse(Message.of("metrics.column", ""));
  }

  /** Focuses the button that starts an elimination. */
  void takeKeys() {
    run.requestFocus();
  }

  void show() {
    if (!metrics.getItems().equals(model.choices().metrics())) {
      metrics.getItems().setAll(model.choices().metrics());
      metrics.setValue(model.choices().metricProperty().get());
    }
    showSelected();
    model.report().ifPresent(this::showPairs);
    showElimination();
  }

  private void showSelected() {
    List<String> names = model.choices().selectionProperty().get();
    chosen.pseudoClassStateChanged(NOTHING, names.isEmpty());
    chosen.setText(names.isEmpty() ? lang.say("features.selected.empty") : String.join("\n", names));
    List<FeatureRow> rows = model.rows().stream().filter(row -> names.contains(row.column())).toList();
    facts.setText(rows.stream().map(words::kind).distinct().collect(Collectors.joining("\n")));
    boolean again = model.mayUse(names);
    turn.setText(lang.say(again ? "features.use" : "features.leave_out"));
    turn.setGraphic((again ? Icon.PLUS : Icon.DELETE).view());
    turn.setDisable(!again && !model.mayLeaveOut(names));
    Sight.show(turn, !names.isEmpty());
    boolean mixed = rows.stream().anyMatch(FeatureRow::out) && !again;
    why.setText(names.isEmpty() || !turn.isDisabled() ? "" : lang.say(!model.edits().possible() ? "features.why.generated"
        : mixed ? "features.why.mixed" : "features.why.last"));
  }

  private void showPairs(ColumnReport report) {
    List<ColumnCorrelations.Pair> high = report.correlations(model.choices().byRankProperty().get()).pairs(ColumnCorrelations.HIGH);
    List<Hyperlink> links = new ArrayList<>();
    for (ColumnCorrelations.Pair pair : high.subList(0, Math.min(MOST_PAIRS, high.size()))) {
      String first = report.columns().names().get(pair.first());
      String second = report.columns().names().get(pair.second());
      Hyperlink link = new Hyperlink(lang.say("features.pair", first, second, lang.numbers().fixed(pair.value(), DECIMALS)));
      link.setMinWidth(0);
      link.setWrapText(true);
      link.setOnAction(event -> {
        model.choices().selectionProperty().set(List.of(first, second));
        link.setVisited(false);
      });
      links.add(link);
    }
    pairs.getChildren().setAll(links);
    int more = high.size() - links.size();
    pairsNote.setText(high.isEmpty() ? lang.say("features.pairs.none") : more > 0 ? lang.say("features.pairs.more", more) : "");
  }

  private void showElimination() {
    EliminationModel now = model.elimination();
    boolean running = now.state() == EliminationModel.State.RUNNING;
    run.setDisable(running || model.refusal().isPresent());
    Optional<Message> said = running ? Optional.empty() : now.failure().or(model::refusal);
    problem.setText(said.map(lang::say).orElse(""));
    Sight.show(problem, said.isPresent());
    Optional<EliminationRound> best = now.best();
    result.setText(best.map(round -> lang.say(
        "features.elimination.result." + now.state().name().toLowerCase(Locale.ROOT), words.name(now.metric(), model),
        words.value(now.metric(), round.validation().value(now.metric())), round.columns().size())).orElse("")
        + (best.isPresent() && now.isOld() ? " " + lang.say("features.elimination.old") : ""));
    List<Integer> sizes = now.rounds().stream().map(round -> round.columns().size()).toList();
    if (!sizes.equals(rounds.getItems())) {
      rounds.getItems().setAll(sizes);
      rounds.setValue(best.map(round -> round.columns().size()).orElse(null));
    }
    showKept();
    Sight.show(keeping, best.isPresent());
  }
}
