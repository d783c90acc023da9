package studio.backprop.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.ModeCoverage;

/** Localized texts of numbers and shapes on the command line. */
final class CliTexts {
  private CliTexts() {}

  static String loss(Terminal terminal, Metrics scores) {
    return terminal.say("cli.loss", terminal.numbers().significant(scores.loss(), 3));
  }

  /** Loss and metric in one phrase. */
  static String scores(Terminal terminal, Metrics scores) {
    return terminal.say("cli.scores", loss(terminal, scores), measure(terminal, scores));
  }

  /** Accuracy, or mean absolute error, of the last batch. */
  static String batchMeasure(Terminal terminal, Session session) {
    boolean classes = session.task() == Task.CLASSES;
    return classes
        ? terminal.say("cli.accuracy", terminal.numbers().percent(session.measure(), 1))
        : terminal.say("cli.mae", terminal.numbers().significant(session.measure(), 3));
  }

  /** Mean return of the last hundred episodes of an agent. */
  static String returned(Terminal terminal, AgentSnapshot sight) {
    int count = sight.episodes().count();
    return count == 0 ? "–" : terminal.numbers().significant(sight.episodes().mean(count - 1), 4);
  }

  /** Number of modes or classes that a generator covers, with a comma after it; empty text where none are known. */
  static String covered(Terminal terminal, Optional<ModeCoverage> found) {
    return found.map(now -> terminal.say(now.judge().isPresent() ? "cli.rounds.classes" : "cli.rounds.modes", now.covered(),
        now.counts().length, terminal.numbers().percent(now.share(), 0))).orElse("");
  }

  /** Accuracy of a classification; mean absolute error and R² of a regression. */
  static String measure(Terminal terminal, Metrics scores) {
    if (Double.isNaN(scores.accuracy())) {
      return terminal.say("cli.error", terminal.numbers().significant(scores.mae(), 3), terminal.numbers().fixed(scores.r2(), 3));
    }
    return terminal.say("cli.accuracy", terminal.numbers().percent(scores.accuracy(), 1));
  }

  /**
   * Name of a metric, with the decision threshold where it differs from the project's.
   *
   * @param cut empty unless there are two classes
   */
  static String at(Terminal terminal, Metric metric, OptionalDouble cut) {
    return at(terminal, metric.id(), metric == Metric.ACCURACY, cut);
  }

  /** The same for the metric of a permutation importance. */
  static String at(Terminal terminal, ImportanceMetric metric, OptionalDouble cut) {
    return at(terminal, metric.id(), metric == ImportanceMetric.ACCURACY || metric == ImportanceMetric.BALANCED_ACCURACY, cut);
  }

  private static String at(Terminal terminal, String metric, boolean told, OptionalDouble cut) {
    String name = terminal.say("metric." + metric);
    return told && cut.isPresent() ? terminal.say("features.at", name, terminal.numbers().threshold(cut.getAsDouble())) : name;
  }

  /** Progress bar of {@code length} characters. @param done from 0 to 1 */
  static String bar(double done, int length) {
    int full = (int) Math.min(length, Math.round(done * length));
    return "█".repeat(full) + "░".repeat(length - full);
  }

  /** Shape with the names of its axes: 8×4×4 (channel, height, width). */
  static String shape(Terminal terminal, Shape shape) {
    if (shape.rank() == 0) {
      return shape.toString();
    }
    StringBuilder axes = new StringBuilder();
    for (int axis = 0; axis < shape.rank(); axis++) {
      axes.append(axis == 0 ? "" : terminal.say("cli.list")).append(terminal.say(shape.title(axis)));
    }
    return terminal.say("cli.shape", shape.toString(), axes.toString());
  }
}
