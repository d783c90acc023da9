package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.search.finding.BestMargin;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.train.metric.Metrics;
import tools.jackson.databind.json.JsonMapper;

/** Report of a search: its best trials, with an assessment of the best. */
final class SearchReport {
  private static final int SHOWN = 10;
  private static final int SECONDS = 60;
  private static final int DIGITS = 4;
  private static final int SETTING_DIGITS = 3;

  private final Terminal terminal;
  private final SearchRecord search;
  private final PreparedData data;
  private final SearchSettings settings;

  SearchReport(Terminal terminal, SearchRecord search, PreparedData data) {
    this.terminal = terminal;
    this.search = search;
    this.data = data;
    this.settings = search.settings();
  }

  static Optional<Trial> best(SearchRecord search) {
    return TrialRanking.best(search);
  }

  void print(boolean json) {
    if (json) {
      terminal.print(new JsonMapper().writeValueAsString(values()));
      return;
    }
    List<String> heads = new ArrayList<>(List.of("#"));
    settings.space().dimensions().forEach(dimension -> heads.add(dimension.name()));
    heads.addAll(List.of(terminal.say("trials.cli.parameters"), terminal.say("trials.cli.epochs"), terminal.say("trials.cli.valid")));
    Table table = new Table(heads.toArray(String[]::new));
    List<Trial> shown = settings.goal() == SearchGoal.FRONT ? TrialRanking.front(search) : TrialRanking.of(search);
    shown.stream().limit(SHOWN).forEach(trial -> table.row(row(trial)));
    table.lines().forEach(terminal::print);
    terminal.print(terminal.say("trials.cli.sum", search.trained(), search.spent(), search.count(Trial.State.COMPLETE),
        search.count(Trial.State.BROKEN), search.count(Trial.State.REFUSED), Math.round(perMinute())));
    long left = settings.budget().unit() == SearchBudget.Unit.EPOCHS && !settings.method().halves()
        ? settings.budget().amount() - search.spent() : 0;
    if (left > 0 && left < settings.longest()) {
      terminal.print(terminal.say("trials.cli.left", left, settings.longest()));
    }
    terminal.print(best(search).map(trial -> terminal.say("trials.cli.found", trial.number(), reached(trial), test()))
        .orElseGet(() -> terminal.say("trials.cli.no_best")));
    BestMargin.of(search, data.validationRows()).filter(lead -> lead.next().isPresent()).ifPresent(lead -> terminal.print(
        terminal.say(lead.isLuck() ? "trials.cli.luck" : "trials.cli.lead", lead.lead(), lead.examples(),
            terminal.numbers().significant(lead.spread(), 2))));
  }

  private String[] row(Trial trial) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(trial.number())));
    for (int d = 0; d < settings.space().dimensions().size(); d++) {
      double value = trial.values().get(d);
      cells.add(said(settings.space().dimensions().get(d), value));
    }
    cells.addAll(List.of(String.valueOf(trial.parameters()), String.valueOf(trial.epoch()), reached(trial)));
    return cells.toArray(String[]::new);
  }

  /** Value as in the window; choices by their option names. */
  private String said(Dimension dimension, double value) {
    return Double.isNaN(value) ? "–" : dimension.isChoice() || dimension.whole() ? dimension.written(value)
        : terminal.numbers().aligned(value, SETTING_DIGITS);
  }

  String reached(Trial trial) {
    Metrics valid = trial.last().map(epoch -> epoch.validation()).orElse(Metrics.NONE);
    return settings.goal() == SearchGoal.LOSS ? terminal.numbers().significant(valid.loss(), DIGITS)
        : terminal.say("trials.of", BestMargin.right(trial, data.validationRows()), data.validationRows());
  }

  private String test() {
    double reached = search.best().map(tested -> reached(tested.test())).orElse(Double.NaN);
    int examples = data.rows(Part.TEST);
    return Double.isNaN(reached) ? "–" : settings.goal() == SearchGoal.LOSS ? terminal.numbers().significant(reached, DIGITS)
        : terminal.say("trials.of", Math.round(reached * examples), examples);
  }

  private double reached(Metrics scores) {
    return settings.goal() == SearchGoal.LOSS ? scores.loss() : scores.accuracy();
  }

  /** Trials per minute of processor time, over all workers. */
  private double perMinute() {
    return search.processor() > 0 ? search.trained() / search.processor() * SECONDS : 0;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("method", settings.method().id());
    values.put("goal", settings.goal().id());
    values.put("seed", settings.seed());
    values.put("space", settings.space().dimensions().stream().map(SpaceText::write).toList());
    values.put("parallel", settings.parallel());
    values.put("budget", settings.budget().amount());
    values.put("budgetUnit", settings.budget().unit().name().toLowerCase(Locale.ROOT));
    values.put("rungs", settings.rungs());
    values.put("trials", search.trained());
    values.put("complete", search.count(Trial.State.COMPLETE));
    values.put("broken", search.count(Trial.State.BROKEN));
    values.put("refused", search.count(Trial.State.REFUSED));
    values.put("epochs", search.spent());
    Optional<Trial> best = best(search);
    Metrics valid = best.flatMap(Trial::last).map(epoch -> epoch.validation()).orElse(Metrics.NONE);
    Metrics test = search.best().map(SearchRecord.Tested::test).orElse(Metrics.NONE);
    values.put("bestTrial", best.map(Trial::number).orElse(null));
    values.put("bestSettings", best.map(this::named).orElse(Map.of()));
    values.put("bestParameters", best.map(Trial::parameters).orElse(null));
    values.put("bestEpochs", best.map(Trial::epoch).orElse(null));
    values.put("bestValid", Report.finite(reached(valid)));
    values.put("bestTest", Report.finite(reached(test)));
    put(values, "bestValid", valid);
    put(values, "bestTest", test);
    BestMargin.of(search, data.validationRows()).filter(lead -> lead.next().isPresent()).ifPresent(lead -> {
      values.put("lead", lead.lead());
      values.put("leadSpread", lead.spread());
    });
    values.put("explains", explains());
    values.put("seconds", search.seconds());
    values.put("processorSeconds", search.processor());
    values.put("trialsPerMinute", perMinute());
    values.put("trialsPerClockMinute", search.seconds() > 0 ? search.trained() / search.seconds() * SECONDS : 0);
    values.put("weightsSha256", best.map(Trial::sha256).orElse(null));
    values.put("results", search.trials().stream().map(this::result).toList());
    values.put("notes", data.notes().stream().map(terminal::say).toList());
    return values;
  }

  private Map<String, Double> explains() {
    Map<String, Double> shares = new LinkedHashMap<>();
    SettingEffect.of(search).forEach(effect -> shares.put(effect.dimension().name(), Report.finite(effect.explained())));
    return shares;
  }

  private void put(Map<String, Object> values, String part, Metrics scores) {
    values.put(part + "Loss", Report.finite(scores.loss()));
    if (data.dataset().task() == Task.CLASSES) {
      values.put(part + "Accuracy", Report.finite(scores.accuracy()));
    }
  }

  private Map<String, Object> named(Trial trial) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int d = 0; d < settings.space().dimensions().size(); d++) {
      Dimension dimension = settings.space().dimensions().get(d);
      double value = trial.values().get(d);
      if (!Double.isNaN(value)) {
        named.put(dimension.name(), json(dimension, value));
      }
    }
    return named;
  }

  private static Object json(Dimension dimension, double value) {
    String written = dimension.written(value);
    try {
      double number = Double.parseDouble(written);
      return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    } catch (NumberFormatException e) {
      return written;
    }
  }

  private Map<String, Object> result(Trial trial) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("trial", trial.number());
    one.put("state", trial.state().name().toLowerCase(Locale.ROOT));
    one.put("settings", named(trial));
    one.put("parameters", trial.parameters());
    one.put("epochs", trial.epoch());
    trial.last().ifPresent(epoch -> one.put("valid", Report.finite(reached(epoch.validation()))));
    trial.reason().ifPresent(reason -> one.put("reason", terminal.say(reason)));
    if (trial.brokenAt() > 0) {
      one.put("brokenAt", trial.brokenAt());
    }
    one.put("weightsSha256", trial.sha256());
    return one;
  }
}
