package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.backprop.search.finding.BestMargin;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/** Localized texts of hyperparameters and trials. */
final class SearchTexts {
  /** Prefix of powers of ten that is omitted. */
  private static final String ONE_TIMES = "1·10";
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;

  private final SearchModel model;
  private final Lang lang;

  SearchTexts(SearchModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
  }

  /** With the layer, if any. */
  String title(Dimension dimension) {
    return model.known(dimension.name()).map(this::title).orElse(dimension.name());
  }

  String title(Searchable setting) {
    return setting.owner().map(owner -> lang.say("trials.setting_of", setting.title(), owner)).orElseGet(() -> lang.say(setting.title()));
  }

  /** Without the layer. */
  String shortTitle(Dimension dimension) {
    return model.known(dimension.name()).map(setting -> lang.say(setting.title())).orElse(dimension.name());
  }

  /** Column header. */
  String head(Dimension dimension) {
    return lang.known("trials.column." + dimension.name(), shortTitle(dimension));
  }

  /** Formatted value; a dash where the trial has none. */
  String value(Dimension dimension, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String written = dimension.written(value);
    boolean isNumber = model.known(dimension.name()).map(Searchable::isNumber).orElse(!dimension.isChoice());
    if (!isNumber) {
      Object said = model.known(dimension.name()).map(setting -> setting.said(written)).orElse(written);
      String whole = said instanceof Message message ? lang.say(message) : String.valueOf(said);
      return lang.known("trials.word." + dimension.name() + "." + written, whole);
    }
    String number = lang.numbers().significant(Double.parseDouble(written), DIGITS);
    return number.startsWith(ONE_TIMES) ? number.substring(ONE_TIMES.length() - 2) : number;
  }

  /** Middle of a range; approximate for a logarithmic one. */
  String middle(Dimension dimension, double value) {
    return dimension.log() ? lang.say("trials.log", value(dimension, value)) : value(dimension, value);
  }

  /** For a column: all values with the same number of digits. */
  String aligned(Dimension dimension, double value) {
    return Double.isNaN(value) || dimension.isChoice() || dimension.whole() ? value(dimension, value)
        : lang.numbers().aligned(value, DIGITS);
  }

  /** Result after the last epoch: accuracy, or the loss. */
  String reached(Trial trial) {
    if (trial.epochs().isEmpty()) {
      return lang.say("trials.state." + trial.state().name().toLowerCase(Locale.ROOT));
    }
    SearchGoal goal = model.search().settings().goal();
    double reached = SettingEffect.reached(trial.last().orElseThrow(), goal);
    return goal == SearchGoal.LOSS ? lang.numbers().significant(reached, 4) : model.examples() == 0 ? lang.numbers().share(reached)
        : lang.say("trials.of", BestMargin.right(trial, model.examples()), model.examples());
  }

  /** The best trial and its result. */
  String winner(Trial trial) {
    SearchGoal goal = model.search().settings().goal();
    double reached = SettingEffect.reached(trial.last().orElseThrow(), goal);
    return lang.say("trials.winner", trial.number(),
        goal == SearchGoal.LOSS ? lang.numbers().significant(reached, 3) : lang.numbers().fixed(PERCENT * reached, 1));
  }

  /** One-line summary of a search and its best trial. */
  String whole(SearchRecord search) {
    SearchSettings how = search.settings();
    String best = TrialRanking.best(search).map(trial -> {
      double reached = SettingEffect.reached(trial.last().orElseThrow(), how.goal());
      return how.goal() == SearchGoal.LOSS ? lang.numbers().significant(reached, DIGITS) : lang.numbers().percent(reached, 1);
    }).orElse("–");
    return lang.say("trials.earlier.item", lang.say("trials.short." + how.method().id()), lang.say(how.budget().title()),
        how.space().dimensions().size(), how.seed(), search.trained(), best);
  }

  /** Shortest description of how another search differs. */
  String differs(SearchSettings other, SearchSettings own) {
    List<String> parts = new ArrayList<>();
    if (other.method() != own.method() || other.withMethod(own.method()).equals(own)) {
      parts.add(lang.say("trials.short." + other.method().id()));
    }
    if (!other.space().equals(own.space())) {
      boolean counted = other.space().dimensions().size() != own.space().dimensions().size();
      parts.add(lang.say(counted ? "trials.sofar.settings" : "trials.sofar.space", other.space().dimensions().size()));
    }
    if (!other.budget().equals(own.budget())) {
      parts.add(lang.say(other.budget().title()));
    }
    if (other.seed() != own.seed()) {
      parts.add(lang.say("trials.sofar.seed", other.seed()));
    }
    return parts.isEmpty() ? lang.say("trials.sofar.rungs") : String.join(lang.say("landscape.list"), parts);
  }

  /** One-line summary of a trial. */
  String whole(Trial trial) {
    SearchRecord search = model.search();
    List<String> parts = new ArrayList<>();
    for (int d = 0; d < search.settings().space().dimensions().size(); d++) {
      Dimension dimension = search.settings().space().dimensions().get(d);
      if (!Double.isNaN(trial.values().get(d))) {
        parts.add(lang.say("trials.edit", shortTitle(dimension), value(dimension, trial.values().get(d))));
      }
    }
    String values = parts.stream().collect(Collectors.joining(" · "));
    String state = lang.say("trials.state." + trial.state().name().toLowerCase(Locale.ROOT));
    String reason = trial.reason().map(why -> "\n" + lang.say(why)).orElse("");
    return trial.epochs().isEmpty() ? lang.say("trials.whole.none", trial.number(), state, values) + reason
        : lang.say("trials.whole", trial.number(), reached(trial), trial.epoch(), state, values) + reason;
  }
}
