package studio.backprop.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;

/** A part of a step: text, or something that the program does or asks. */
public sealed interface Directive {
  /** Text in Markdown. */
  record Prose(String markdown) implements Directive {}

  /** Prepares the project. @param line where it begins in its file */
  record SetUp(int line, List<LessonCommand> commands) implements Directive {}

  /**
   * What is seen and usable in a step; everything else is hidden.
   *
   * @param views names of {@link LessonView}s, such as {@code gradients}, {@code inside edges}
   * @param controls such as {@code play}, {@code weight neuron}
   * @param nodes names of the nodes that may be changed; none where all may
   */
  record Show(List<String> views, List<String> controls, List<String> nodes) implements Directive {
    /** Everything, as where nothing is said. */
    public static final Show ALL = new Show(List.of(), List.of(), List.of());
    /** All of it: for free play within a step and for recording authors. */
    private static final List<String> EVERY_CONTROL =
        List.of("play", "step", "reset", "speed", "rate", "edit", "settings", "undo", "restore");

    /** The same, with every control beside its own. */
    public Show freed() {
      return new Show(views, Stream.concat(EVERY_CONTROL.stream(), controls.stream()).distinct().toList(), nodes);
    }

    /** Whether the settings of a node may be changed, where any may. */
    public boolean mayChange(String node) {
      return nodes.isEmpty() || isFree() || nodes.stream().anyMatch(pattern -> Check.matches(pattern, node));
    }

    /** Whether it has every control. */
    public boolean isFree() {
      return controls.containsAll(EVERY_CONTROL);
    }
  }

  /** @param on such as {@code node h1}, {@code control play}, {@code view loss} */
  record Focus(List<String> on) implements Directive {}

  /** Something that a learner answers or does. */
  sealed interface Asking extends Directive {
    String id();

    /** The question, in Markdown. */
    String ask();

    /** Where it begins in its file. */
    int line();

    /** What can be chosen or ordered; none where the answer is another. */
    default List<Choice> choices() {
      return List.of();
    }
  }

  /** A question that is answered before the number is known. */
  sealed interface Predict extends Asking {}

  /**
   * One of several answers.
   *
   * @param key as the file names it
   * @param text what it says
   * @param reply to the learner who chose it; empty for none
   */
  record Choice(String key, String text, String reply) {}

  /** A choice among two to four answers. @param answer the key of the right one */
  record PredictChoice(String id, int line, String ask, List<Choice> choices, String answer) implements Predict {}

  /**
   * A number. @param answer what it is, measured after the reveal
   *
   * @param tolerance how far off is right
   * @param percent whether the tolerance is a percentage of the answer
   */
  record PredictNumber(String id, int line, String ask, Expression answer, double tolerance, boolean percent, List<Mistake> mistakes)
      implements Predict {}

  /** A number that is known to come of a certain mistake. */
  record Mistake(double value, String reply) {}

  /** An order. @param answer the keys in the right order */
  record PredictRank(String id, int line, String ask, List<Choice> items, List<String> answer) implements Predict {
    @Override
    public List<Choice> choices() {
      return items;
    }
  }

  /** How a curve goes on. @param until the step or epoch at which it ends */
  record PredictCurve(String id, int line, String ask, Expression y, boolean epochs, int until, CurveShape answer) implements Predict {}

  /** The shapes that a curve is judged by. */
  enum CurveShape {
    FALLS, RISES, FLAT, DIPS, EXPLODES
  }

  /**
   * Shows what happens. @param of the prediction
   *
   * @param commands what is done
   * @param say what there is to say then, in Markdown
   * @param expect what holds then; for the self-test
   */
  record Reveal(String of, List<LessonCommand> commands, String say, List<Check> expect) implements Directive {}

  /**
   * Something to do, judged by the engine.
   *
   * @param done what is said then; empty for nothing
   * @param solve one way to do it
   * @param fail one way not to
   */
  record Task(String id, int line, String ask, Check check, List<String> hints, String done, List<LessonCommand> solve,
      List<LessonCommand> fail) implements Asking {}

  /** The reason, asked after the number is known. */
  record Explain(String id, int line, String ask, List<Choice> choices, String answer) implements Asking {}

  /** A sheet to compute by hand. @param variant a number; empty for one of the learner's own */
  record Sheet(String kind, Optional<Integer> variant) implements Directive {}

  /** A directive that has a fault: it is read, and counts as skipped. */
  record Faulty(String id, int line, String ask, LessonProblem problem) implements Asking {}
}
