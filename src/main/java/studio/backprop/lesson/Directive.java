package studio.backprop.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;

/** Element of a lesson step: text, a setting of the view, or a question. */
public sealed interface Directive {
  /** Text in Markdown. */
  record Prose(String markdown) implements Directive {}

  /** Project edits before the step. @param line of the directive in its file, from 1 */
  record SetUp(int line, List<LessonCommand> commands) implements Directive {}

  /**
   * Views and controls that a step enables; all others are hidden.
   *
   * @param views names of {@link LessonView}s, such as {@code gradients}, {@code inside edges}
   * @param controls such as {@code play}, {@code weight neuron}
   * @param nodes names of the editable nodes; empty for all
   */
  record Show(List<String> views, List<String> controls, List<String> nodes) implements Directive {
    /** Default: everything is shown. */
    public static final Show ALL = new Show(List.of(), List.of(), List.of());
    /** All controls: for free play within a step and for recording authors. */
    private static final List<String> EVERY_CONTROL =
        List.of("play", "step", "reset", "speed", "rate", "edit", "settings", "undo", "restore");

    /** Copy with every control. */
    public Show freed() {
      return new Show(views, Stream.concat(EVERY_CONTROL.stream(), controls.stream()).distinct().toList(), nodes);
    }

    /** Whether the settings of a node are editable. */
    public boolean mayChange(String node) {
      return nodes.isEmpty() || isFree() || nodes.stream().anyMatch(pattern -> Check.matches(pattern, node));
    }

    public boolean isFree() {
      return controls.containsAll(EVERY_CONTROL);
    }
  }

  /** @param on such as {@code node h1}, {@code control play}, {@code view loss} */
  record Focus(List<String> on) implements Directive {}

  /** Directive that a learner responds to. */
  sealed interface Asking extends Directive {
    String id();

    String ask();

    /** Line of the directive in its file, from 1. */
    int line();

    /** Options to choose from or to order; empty for other kinds of questions. */
    default List<Choice> choices() {
      return List.of();
    }
  }

  /** Prediction: a question answered before the result is shown. */
  sealed interface Predict extends Asking {}

  /**
   * Option of a question.
   *
   * @param key identifier in the file
   * @param reply feedback to a learner who chose it; empty for none
   */
  record Choice(String key, String text, String reply) {}

  /** Multiple-choice prediction with two to four options. @param answer key of the correct option */
  record PredictChoice(String id, int line, String ask, List<Choice> choices, String answer) implements Predict {}

  /**
   * Numeric prediction.
   *
   * @param answer measured after the reveal
   * @param tolerance absolute, or in percent of the answer
   * @param percent whether the tolerance is a percentage of the answer
   */
  record PredictNumber(String id, int line, String ask, Expression answer, double tolerance, boolean percent, List<Mistake> mistakes)
      implements Predict {}

  /** Value produced by a known misconception, with its feedback. */
  record Mistake(double value, String reply) {}

  /** Ranking prediction. @param answer keys in the correct order */
  record PredictRank(String id, int line, String ask, List<Choice> items, List<String> answer) implements Predict {
    @Override
    public List<Choice> choices() {
      return items;
    }
  }

  /** Prediction of the further course of a curve. @param until last step or epoch */
  record PredictCurve(String id, int line, String ask, Expression y, boolean epochs, int until, CurveShape answer) implements Predict {}

  /** Shape classes by which a curve is judged. */
  enum CurveShape {
    FALLS, RISES, FLAT, DIPS, EXPLODES
  }

  /**
   * Reveals the result of a prediction.
   *
   * @param of id of the prediction
   * @param commands to carry out
   * @param say explanation, in Markdown
   * @param expect conditions that hold afterwards; for the self-test
   */
  record Reveal(String of, List<LessonCommand> commands, String say, List<Check> expect) implements Directive {}

  /**
   * Task, judged by the engine.
   *
   * @param done feedback on success; may be empty
   * @param solve commands of a sample solution
   * @param fail commands of a wrong solution, for the self-test
   */
  record Task(String id, int line, String ask, Check check, List<String> hints, String done, List<LessonCommand> solve,
      List<LessonCommand> fail) implements Asking {}

  /** Multiple-choice question for the reason, asked after the result is known. */
  record Explain(String id, int line, String ask, List<Choice> choices, String answer) implements Asking {}

  /** Worksheet to compute by hand. @param variant number; empty for one of the learner's own */
  record Sheet(String kind, Optional<Integer> variant) implements Directive {}

  /** Directive with an error: parsed, and skipped when played. */
  record Faulty(String id, int line, String ask, LessonProblem problem) implements Asking {}
}
