package studio.backprop.ui.learn.lesson;

import java.util.Map;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;

/** Storage of answers. */
public interface AnswerKeeper {
  /** Discards all answers. */
  AnswerKeeper NONE = new AnswerKeeper() {};

  /** Stored outcomes by step index. */
  default Map<Integer, Outcome> known(Lesson lesson) {
    return Map.of();
  }

  default void answered(Lesson lesson, LessonStep step, Asking asking, Outcome outcome, int tries, int hints, double seconds) {}

  default void at(Lesson lesson, int step) {}

  /** The lesson was completed. */
  default void done(Lesson lesson) {}
}
