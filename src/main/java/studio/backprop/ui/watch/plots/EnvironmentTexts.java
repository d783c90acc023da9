package studio.backprop.ui.watch.plots;

import java.util.List;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.train.agent.GreedyEpisode;
import studio.backprop.ui.kit.Lang;

/** Localized texts of an agent, or of the user in its place, in an environment. */
final class EnvironmentTexts {
  private static final int DIGITS = 4;

  private final Lang lang;

  EnvironmentTexts(Lang lang) {
    this.lang = lang;
  }

  /** Progress of the user's episode. */
  String of(HumanPlay play) {
    String key = play.steps() == 0 ? "plots.own_keys" : play.over() ? "plots.own_over" : play.fell() ? "plots.own_fell" : "plots.world_now";
    double last = play.fell() && !play.over() ? play.world().leastReward() : Math.max(play.best(), -1e9);
    return lang.say(key, play.steps(), number(play.returned()), number(last));
  }

  /** Name of a cliff with the reward of a fall; empty in an environment without one. */
  String cliff(Environment world) {
    return world instanceof Grid ? lang.say("plots.cliff", number(world.leastReward())) : "";
  }

  /** Progress of the agent. @param at its steps so far @param afterPush whether its episode continues after a push */
  String of(GreedyEpisode episode, int at, boolean afterPush) {
    String now = afterPush ? "plots.push_after" : "plots.world_now";
    String end = episode.terminated() ? "plots.world_ended" : episode.circles() ? "plots.world_circle" : "plots.world_cut";
    return lang.say(at >= episode.moments().size() ? end : now, at, number(episode.returned(at)));
  }

  /** Progress of the agent, abbreviated. */
  String briefly(GreedyEpisode episode, int at) {
    boolean circles = at >= episode.moments().size() && episode.circles(); // its return would decrease forever
    return circles ? lang.say("plots.world_circle.short") : lang.say("plots.world_now", at, number(episode.returned(at)));
  }

  /** Weights of the shown episode and values, in several lengths. @param mapped whether values of all states are shown */
  List<String> weights(long now, long played, boolean mapped) {
    return now == played || !mapped ? List.of(lang.say("plots.world_by", played), lang.say("plots.world_weights", played))
        : List.of(lang.say("plots.world_both", now, played), lang.say("plots.world_values", now));
  }

  /** Action values of a cell, and its visit count. @param bars formats the outputs */
  String square(Grid grid, int square, NetworkOutput.World newest, ActionBars bars, float[] visits) {
    StringBuilder text = new StringBuilder(
        lang.say("plots.world_square", square / grid.columns() + 1, square % grid.columns() + 1));
    for (int i = 0; i < newest.actions(); i++) {
      float output = newest.map()[square * newest.actions() + i];
      text.append('\n').append(lang.say("plots.world_action", lang.say(grid.action(i)), bars.written(output)));
    }
    if (visits.length > square) {
      text.append('\n').append(lang.say("plots.world_visits", (long) visits[square]));
    }
    return text.toString();
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  /** Names of an observation variable, longest first: with its unit, without, and its symbol, if any. */
  static List<String> names(Lang lang, ObservationVariable number) {
    String title = lang.say(number.title());
    String last = title.substring(title.lastIndexOf(' ') + 1);
    String sign = last.length() == 1 && Character.isLetter(last.charAt(0)) ? last : title;
    String unit = number.unit().isEmpty() ? "" : " (" + number.unit() + ")";
    return List.of(title + unit, title, sign + unit, sign);
  }

  /** Name of an observation variable with its unit. */
  static String name(Lang lang, ObservationVariable number) {
    return names(lang, number).get(0);
  }
}
