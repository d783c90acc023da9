package studio.backprop.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import studio.backprop.data.Task;
import studio.backprop.text.Message;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.agent.GreedyEvaluation;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.record.AgentScores;
import tools.jackson.databind.json.JsonMapper;

/**
 * Result of a training.
 *
 * @param epochs completed
 * @param stoppedEarly whether early stopping ended it before its last epoch
 * @param restoredEpoch of the weights that early stopping restored; empty for those of the last step
 * @param coverage mode coverage of a generator; empty in supervised learning
 * @param agent evaluation of the agent; empty without an agent
 * @param seconds of training, without loading the data and final evaluation
 * @param samplesPerSecond training examples per second
 * @param weightsSha256 hash of the weights: equal for reproduced runs
 * @param figures additionally requested quantities by name; NaN if unknown
 * @param classWeights by the name of the class; empty for equal weights
 * @param notes on data that were dropped, imputed or encoded
 */
record Report(
    int epochs, boolean stoppedEarly, OptionalInt restoredEpoch, Metrics train, Metrics validation, Metrics test, Task task,
    Optional<ModeCoverage> coverage, Optional<AgentScores> agent,
    double seconds, double samplesPerSecond, String weightsSha256, Map<String, Double> figures, Map<String, Double> classWeights,
    List<Message> notes) {

  /** One line of JSON; metrics that do not apply are null. */
  String json(Terminal terminal) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epochs", epochs);
    values.put("stoppedEarly", stoppedEarly);
    values.put("restoredEpoch", restoredEpoch.isPresent() ? restoredEpoch.getAsInt() : null);
    put(values, "train", train);
    put(values, "valid", validation);
    put(values, "test", test);
    coverage.ifPresent(found -> {
      boolean judged = found.judge().isPresent();
      values.put(judged ? "classes" : "modes", found.covered());
      values.put(judged ? "classesOf" : "modesOf", found.counts().length);
      values.put(judged ? "sure" : "share", found.share());
      found.judge().ifPresent(accuracy -> values.put("classifierAccuracy", accuracy));
    });
    agent.ifPresent(scores -> {
      values.put("steps", scores.steps());
      values.put("episodes", scores.episodes());
      values.put("meanReturn100", finite(scores.meanReturn100()));
      values.put("meanReturnOf", Math.min(scores.episodes(), EpisodeLog.LAST));
      values.put("bestMeanReturn100", finite(scores.bestMeanReturn100()));
      values.put("greedyReturn", scores.greedyReturn());
      values.put("greedySteps", scores.greedySteps());
      values.put("lastGreedyReturn", scores.lastGreedyReturn());
    });
    values.put("seconds", seconds);
    values.put("samplesPerSecond", samplesPerSecond);
    values.put("weightsSha256", weightsSha256);
    if (!figures.isEmpty()) {
      Map<String, Double> named = new LinkedHashMap<>();
      figures.forEach((name, value) -> named.put(name, finite(value)));
      values.put("figures", named);
    }
    if (!classWeights.isEmpty()) {
      values.put("classWeights", classWeights);
    }
    values.put("notes", notes.stream().map(terminal::say).toList());
    return new JsonMapper().writeValueAsString(values);
  }

  private void put(Map<String, Object> values, String part, Metrics scores) {
    values.put(part + "Loss", finite(scores.loss()));
    if (task == Task.CLASSES) {
      values.put(part + "Accuracy", finite(scores.accuracy()));
    } else {
      values.put(part + "Mae", finite(scores.mae()));
      values.put(part + "R2", finite(scores.r2()));
    }
  }

  /** For JSON, which has no NaN or infinity: null instead. */
  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  void print(Terminal terminal) {
    terminal.note(agent.isPresent() ? "cli.report.time_agent" : "cli.report.time", epochs, terminal.numbers().significant(seconds, 3),
        Math.round(agent.map(scores -> scores.steps() / Math.max(1e-9, seconds)).orElse(samplesPerSecond)));
    if (stoppedEarly) {
      terminal.note("cli.report.early", epochs);
    }
    restoredEpoch.ifPresent(epoch -> terminal.note("cli.report.restored", epoch));
    if (agent.isPresent()) {
      print(terminal, agent.get());
      return;
    }
    printPart(terminal, "cli.part.train", train);
    printPart(terminal, "cli.part.validation", validation);
    printPart(terminal, "cli.part.test", test);
    if (!classWeights.isEmpty()) {
      terminal.note("cli.report.weights", classWeights.entrySet().stream()
          .map(one -> terminal.say("cli.report.weight", one.getKey(), terminal.numbers().significant(one.getValue(), 3)))
          .collect(Collectors.joining(", ")));
    }
    figures.forEach((name, value) -> terminal.note("cli.report.figure", name, terminal.numbers().significant(value, 6)));
    coverage.ifPresent(found -> terminal.note(
        found.judge().isPresent() ? "cli.report.classes" : "cli.report.modes", found.covered(), found.counts().length,
        terminal.numbers().percent(found.share(), 0), found.examples(),
        terminal.numbers().percent(found.judge().orElse(0), 1)));
  }

  private static void print(Terminal terminal, AgentScores scores) {
    if (scores.episodes() == 0) {
      terminal.note("cli.report.no_episode", scores.steps());
    } else {
      terminal.note("cli.report.episodes", scores.episodes(), scores.steps(), Math.min(scores.episodes(), EpisodeLog.LAST),
          terminal.numbers().significant(scores.meanReturn100(), 4));
    }
    terminal.note("cli.report.greedy", GreedyEvaluation.WORLDS, terminal.numbers().significant(scores.greedyReturn(), 4),
        terminal.numbers().significant(scores.greedySteps(), 4), terminal.numbers().significant(scores.lastGreedyReturn(), 4));
  }

  private void printPart(Terminal terminal, String part, Metrics scores) {
    if (!Double.isNaN(scores.loss())) {
      terminal.note("cli.report.part", terminal.say(part), CliTexts.scores(terminal, scores));
    }
  }
}
