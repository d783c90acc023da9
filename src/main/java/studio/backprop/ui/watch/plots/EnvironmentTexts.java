package studio.backprop.ui.watch.plots;

import java.util.List;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.train.agent.GreedyEpisode;
import studio.backprop.ui.kit.Lang;

/** What is said of an agent, or of a person in its place, in a world. */
final class EnvironmentTexts {
  private static final int DIGITS = 4;

  private final Lang lang;

  EnvironmentTexts(Lang lang) {
    this.lang = lang;
  }

  /** How far a person is who plays. */
  String of(HumanPlay play) {
    String key = play.steps() == 0 ? "plots.own_keys" : play.over() ? "plots.own_over" : play.fell() ? "plots.own_fell" : "plots.world_now";
    double last = play.fell() && !play.over() ? play.world().leastReward() : Math.max(play.best(), -1e9);
    return lang.say(key, play.steps(), number(play.returned()), number(last));
  }

  /** What a cliff is called, with what a fall costs; empty in a world without one. */
  String cliff(Environment world) {
    return world instanceof Grid ? lang.say("plots.cliff", number(world.leastReward())) : "";
  }

  /** How far the agent is. @param at its steps so far @param afterPush whether its episode goes on from a push */
  String of(GreedyEpisode episode, int at, boolean afterPush) {
    String now = afterPush ? "plots.push_after" : "plots.world_now";
    String end = episode.terminated() ? "plots.world_ended" : episode.circles() ? "plots.world_circle" : "plots.world_cut";
    return lang.say(at >= episode.moments().size() ? end : now, at, number(episode.returned(at)));
  }

  /** The same where there is little room. */
  String briefly(GreedyEpisode episode, int at) {
    boolean circles = at >= episode.moments().size() && episode.circles(); // its return would go on falling
    return circles ? lang.say("plots.world_circle.short") : lang.say("plots.world_now", at, number(episode.returned(at)));
  }

  /** By which weights a person sees what, at several lengths. @param mapped whether what is thought of all places is seen */
  List<String> weights(long now, long played, boolean mapped) {
    return now == played || !mapped ? List.of(lang.say("plots.world_by", played), lang.say("plots.world_weights", played))
        : List.of(lang.say("plots.world_both", now, played), lang.say("plots.world_values", now));
  }

  /** What is thought of a square, and how often the agent has acted there. @param bars writes the outputs */
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

  /** What an observed number is called, the longest first: with its unit, without, and by its sign, where it has one. */
  static List<String> names(Lang lang, ObservationVariable number) {
    String title = lang.say(number.title());
    String last = title.substring(title.lastIndexOf(' ') + 1);
    String sign = last.length() == 1 && Character.isLetter(last.charAt(0)) ? last : title;
    String unit = number.unit().isEmpty() ? "" : " (" + number.unit() + ")";
    return List.of(title + unit, title, sign + unit, sign);
  }

  /** What an observed number is called, with its unit. */
  static String name(Lang lang, ObservationVariable number) {
    return names(lang, number).get(0);
  }
}
