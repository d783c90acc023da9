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
 * One step of a lesson.
 *
 * @param id unique in the lesson
 * @param line in its file, from 1
 * @param directives in the order of the file
 */
public record LessonStep(String id, String heading, int line, List<Directive> directives) {
  public LessonStep {
    directives = List.copyOf(directives);
  }

  /** Markdown before the first question. */
  public String text() {
    return String.join("\n\n", of(Directive.Prose.class).map(Directive.Prose::markdown).toList());
  }

  public Optional<Asking> asking() {
    return of(Asking.class).findFirst();
  }

  public Optional<Reveal> reveal() {
    return of(Reveal.class).findFirst();
  }

  public List<LessonCommand> setUp() {
    return of(SetUp.class).flatMap(set -> set.commands().stream()).toList();
  }

  /** Visible views and controls; empty if unchanged from the step before. */
  public Optional<Show> show() {
    return of(Show.class).findFirst();
  }

  /** Target of the presenter's spotlight. */
  public Optional<Focus> focus() {
    return of(Focus.class).findFirst();
  }

  public Optional<Directive.Sheet> sheet() {
    return of(Directive.Sheet.class).findFirst();
  }

  private <D> Stream<D> of(Class<D> kind) {
    return directives.stream().filter(kind::isInstance).map(kind::cast);
  }
}
