package studio.backprop.lesson;

import java.util.List;
import java.util.Optional;
import studio.backprop.lesson.command.LessonCommand;

/**
 * A lesson in one language.
 *
 * @param id the name of its folder, the same for ever
 * @param revision raised when its meaning changes
 * @param title what it is called
 * @param start the project it begins with: a file of its folder, or {@code sample NAME}
 * @param minutes how long it takes
 * @param needs the ids of lessons that come before it
 * @param believes what learners often believe before it, and not after it
 * @param opening Markdown before the first step
 * @param steps one thought and at most one question each
 * @param note for the teacher
 */
public record Lesson(
    String id, int revision, String title, String start, int minutes, List<String> needs, String believes, String opening,
    List<LessonStep> steps, Optional<TeacherNote> note) {
  public Lesson {
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
  }

  /** What opens its start. */
  public LessonCommand opens() {
    return LessonCommand.Opening.of(start);
  }

  /** What is said before a step's own text: the opening before the first, in Markdown. @param step its number, from 0 */
  public String before(int step) {
    return step == 0 && !opening.isBlank() ? opening + "\n\n" : "";
  }

  /** The place of a step; empty where there is none of this id. */
  public Optional<Integer> indexOf(String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
