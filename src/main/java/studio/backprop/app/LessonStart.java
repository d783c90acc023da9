package studio.backprop.app;

import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;

/**
 * A lesson that a window is opened for.
 *
 * @param lessons by language
 * @param step to begin at, from 0
 * @param keeper of the answers
 * @param preview what its author sees of it besides; empty where a learner plays it
 */
record LessonStart(LessonFolder folder, Map<String, Lesson> lessons, int step, AnswerKeeper keeper, Optional<ReadLesson> preview) {
  /** A lesson that was shortened since it was played may have no such step any more. */
  LessonStart {
    int steps = lessons.values().stream().mapToInt(lesson -> lesson.steps().size()).min().orElse(1);
    step = Math.max(0, Math.min(step, steps - 1));
  }

  /** For a learner. */
  LessonStart(LessonFolder folder, Map<String, Lesson> lessons, int step, AnswerKeeper keeper) {
    this(folder, lessons, step, keeper, Optional.empty());
  }

  /** Its title in the reader's language. */
  ObservableValue<String> title(Lang lang) {
    return lang.textsProperty().map(texts -> LessonModel.read(lessons, lang).title());
  }
}
