package studio.backprop.lesson;

import java.util.List;

/**
 * Notes for teachers on a lesson.
 *
 * @param minutes for each step
 */
public record TeacherNote(List<Integer> minutes, String markdown) {
  public TeacherNote {
    minutes = List.copyOf(minutes);
  }
}
