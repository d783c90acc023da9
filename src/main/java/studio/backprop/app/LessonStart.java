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
 * Lesson to open in a window, by language.
 *
 * @param step initial step, from 0
 * @param preview the author's additional information; empty for a learner
 */
record LessonStart(LessonFolder folder, Map<String, Lesson> lessons, int step, AnswerKeeper keeper, Optional<ReadLesson> preview) {
  /** The step is clamped, since the lesson may have been shortened. */
  LessonStart {
    int steps = lessons.values().stream().mapToInt(lesson -> lesson.steps().size()).min().orElse(1);
    step = Math.max(0, Math.min(step, steps - 1));
  }

  /** For a learner. */
  LessonStart(LessonFolder folder, Map<String, Lesson> lessons, int step, AnswerKeeper keeper) {
    this(folder, lessons, step, keeper, Optional.empty());
  }

  /** Localized title. */
  ObservableValue<String> title(Lang lang) {
    return lang.textsProperty().map(texts -> LessonModel.read(lessons, lang).title());
  }
}
