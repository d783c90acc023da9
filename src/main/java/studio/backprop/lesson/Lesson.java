package studio.backprop.lesson;

import java.util.List;
import java.util.Optional;
import studio.backprop.lesson.command.LessonCommand;

/**
 * Lesson in one language.
 *
 * @param id name of its folder; stable
 * @param revision incremented when its meaning changes
 * @param start initial project: a file of its folder, or {@code sample NAME}
 * @param minutes estimated duration
 * @param needs ids of prerequisite lessons
 * @param believes common misconceptions that it corrects
 * @param opening Markdown before the first step
 * @param steps with at most one question each
 * @param note for the teacher
 */
public record Lesson(
    String id, int revision, String title, String start, int minutes, List<String> needs, String believes, String opening,
    List<LessonStep> steps, Optional<TeacherNote> note) {
  public Lesson {
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
  }

  /** Command that opens the initial project. */
  public LessonCommand opens() {
    return LessonCommand.Opening.of(start);
  }

  /** Markdown shown before a step's own text: the opening before the first. @param step index from 0 */
  public String before(int step) {
    return step == 0 && !opening.isBlank() ? opening + "\n\n" : "";
  }

  /** Index of a step; empty for an unknown id. */
  public Optional<Integer> indexOf(String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
