package studio.backprop.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.SetUp;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.command.LessonCommand;

/**
 * One step of a lesson: one thought, one act.
 *
 * @param id unique in the lesson
 * @param heading what it is called
 * @param line where it begins in its file, from 1
 * @param directives in the order in which they are written
 */
public record LessonStep(String id, String heading, int line, List<Directive> directives) {
  public LessonStep {
    directives = List.copyOf(directives);
  }

  /** The texts before the first question, in Markdown. */
  public String text() {
    return String.join("\n\n", of(Directive.Prose.class).map(Directive.Prose::markdown).toList());
  }

  /** What is asked, if anything is. */
  public Optional<Asking> asking() {
    return of(Asking.class).findFirst();
  }

  /** What follows a prediction. */
  public Optional<Reveal> reveal() {
    return of(Reveal.class).findFirst();
  }

  /** What prepares the project for this step. */
  public List<LessonCommand> setUp() {
    return of(SetUp.class).flatMap(set -> set.commands().stream()).toList();
  }

  /** What is seen and usable; empty where it is as in the step before. */
  public Optional<Show> show() {
    return of(Show.class).findFirst();
  }

  /** What the spotlight of the presenter is on. */
  public Optional<Focus> focus() {
    return of(Focus.class).findFirst();
  }

  /** A sheet to compute by hand. */
  public Optional<Directive.Sheet> sheet() {
    return of(Directive.Sheet.class).findFirst();
  }

  private <D> Stream<D> of(Class<D> kind) {
    return directives.stream().filter(kind::isInstance).map(kind::cast);
  }
}
