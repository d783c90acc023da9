package studio.backprop.ui.learn.lesson;

import java.util.Map;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;

/** Where answers are kept. */
public interface AnswerKeeper {
  /** Discards all answers. */
  AnswerKeeper NONE = new AnswerKeeper() {};

  /** What became of steps before, by their numbers. */
  default Map<Integer, Outcome> known(Lesson lesson) {
    return Map.of();
  }

  /** An answer was given. */
  default void answered(Lesson lesson, LessonStep step, Asking asking, Outcome outcome, int tries, int hints, double seconds) {}

  /** A step is entered. */
  default void at(Lesson lesson, int step) {}

  /** The lesson was played to its end. */
  default void done(Lesson lesson) {}
}
