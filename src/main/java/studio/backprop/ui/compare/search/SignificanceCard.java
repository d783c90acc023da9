package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.search.finding.BestMargin;
import studio.backprop.search.finding.SeedRobustness;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SeedRepeat;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;

/** Significance of the best trial: its margin against chance, test against validation score, and repeats with other seeds. */
final class SignificanceCard extends VBox {
  private final SearchModel model;
  private final Lang lang;
  private final Label title = new Label();
  private final Label said = new Label();
  private final Button seeds = new Button(null, Icon.NEW_WEIGHTS.view());
  private final Button cancel = new Button(null, Icon.STOP.view());
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox going = new HBox();

  SignificanceCard(SearchModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("luck");
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    new Terms(lang).explain(title, "binomial-deviation");
    said.setWrapText(true);
    said.setId("luck-said");
    said.setMinHeight(USE_PREF_SIZE);
    title.setMinHeight(USE_PREF_SIZE);
    seeds.setId("three-seeds");
    seeds.textProperty().bind(lang.bind("trials.seeds", RepeatRun.SEEDS));
    seeds.setOnAction(event -> model.threeSeeds());
    hints.explain(seeds, "trials.seeds.help", RepeatRun.BEST);
    cancel.setId("cancel-seeds");
    cancel.textProperty().bind(lang.bind("trials.cancel"));
    cancel.getStyleClass().add("small");
    cancel.setOnAction(event -> model.pause());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(seeds.textProperty());
    HBox.setHgrow(bar, Priority.ALWAYS);
    going.getChildren().addAll(bar, cancel);
    going.getStyleClass().add("title-row");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    seeds.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title, seeds); // where the card is low, it is scrolled, and this is seen
    head.getStyleClass().add("title-row");
    getChildren().addAll(head, said, going);
  }

  void redraw() {
    SearchRecord search = model.search();
    boolean repeating = model.stateProperty().get() == SearchModel.State.REPEATING;
    Optional<BestMargin> lead = BestMargin.of(search, model.examples())
        .filter(found -> search.settings().goal() != SearchGoal.LOSS && found.next().isPresent());
    Optional<SeedRobustness> other = SeedRobustness.of(search);
    Optional<String> leads = lead.map(
        found -> lang.say(found.isLuck() ? "trials.luck.title" : "trials.lead.title", found.lead(), found.examples()));
    title.setText(other.map(found -> lang.say("trials.luck.other", found.ahead(), found.best())).or(() -> leads)
        .orElseGet(() -> lang.say("trials.luck.none")));
    boolean doubtful = other.isPresent() || lead.map(BestMargin::isLuck).orElse(false);
    title.setGraphic((doubtful ? Icon.WARNING : Icon.INFO).view());
    List<String> lines = new ArrayList<>();
    if (!search.repeats().isEmpty()) {
      lines.add(repeats(search)); // first, as it is the newest
    }
    leads.filter(said -> other.isPresent()).ifPresent(lines::add);
    lead.ifPresent(found -> lines.add(
        lang.say("trials.luck.spread", lang.numbers().significant(found.spread(), 2))));
    search.best().ifPresent(best -> lines.add(lang.say("trials.luck.test", written(best.test(), search), best.trial())));
    if (lines.isEmpty()) {
      lines.add(lang.say("trials.luck.wait"));
    }
    said.setText(String.join("\n", lines));
    pseudoClassStateChanged(PseudoClass.getPseudoClass("luck"), doubtful);
    Sight.show(seeds, !repeating && model.played().playableProperty().get());
    seeds.setDisable(search.count(Trial.State.COMPLETE) == 0 || TrialRanking.of(search).isEmpty()
        || model.stateProperty().get() != SearchModel.State.RESTING);
    Sight.show(going, repeating);
    bar.setProgress(model.repeated() / (double) (RepeatRun.BEST * RepeatRun.SEEDS));
  }

  private String written(Metrics scores, SearchRecord search) {
    return search.settings().goal() == SearchGoal.LOSS ? lang.numbers().significant(scores.loss(), 3)
        : lang.numbers().share(scores.accuracy());
  }

  /** Mean and range of each trial over the other seeds. */
  private String repeats(SearchRecord search) {
    Map<Integer, List<SeedRepeat>> byTrial = search.repeats().stream()
        .collect(Collectors.groupingBy(SeedRepeat::trial, LinkedHashMap::new, Collectors.toList()));
    return byTrial.entrySet().stream().map(entry -> {
      double[] values = entry.getValue().stream().mapToDouble(one -> search.settings().goal() == SearchGoal.LOSS ? one.test().loss()
          : one.test().accuracy()).sorted().toArray();
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      boolean loss = search.settings().goal() == SearchGoal.LOSS;
      double validation = entry.getValue().stream().mapToDouble(one -> loss ? one.validation().loss() : one.validation().accuracy())
          .average().orElse(Double.NaN);
      return lang.say("trials.luck.seeds", entry.getKey(), entry.getValue().size(), number(mean, loss), number(values[0], loss),
          number(values[values.length - 1], loss), number(validation, loss));
    }).collect(Collectors.joining("\n"));
  }

  private String number(double value, boolean loss) {
    return loss ? lang.numbers().significant(value, 3) : lang.numbers().percent(value, 1);
  }
}
