package studio.backprop.lesson;

import java.util.List;

/**
 * What a teacher should know of a lesson.
 *
 * @param minutes for each step
 * @param markdown what is worth knowing
 */
public record TeacherNote(List<Integer> minutes, String markdown) {
  public TeacherNote {
    minutes = List.copyOf(minutes);
  }
}
