package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.Outcome;

/** What a learner answered is there the next time the program is started. */
class LessonKeeperTest {
  private final Lesson lesson = ReadLesson.of(LessonFolder.bundled("first-neuron"), List.of()).lesson("en").orElseThrow();

  private void answer(AnswerKeeper record, int index, Outcome outcome) {
    LessonStep step = lesson.steps().get(index);
    record.answered(lesson, step, step.asking().orElseThrow(), outcome, 1, 0, 12.5);
  }

  @Test
  void isReadAgainStepByStep(@TempDir Path folder) {
    AnswerKeeper today = LessonKeeper.of(Optional.of(folder), "");
    answer(today, 0, new Outcome(Outcome.Kind.DONE, "", 0));
    answer(today, 2, new Outcome(Outcome.Kind.WRONG, "same", 3));
    answer(today, 3, new Outcome(Outcome.Kind.SKIPPED, "", 0));
    assertThat(LessonKeeper.of(Optional.of(folder), "").known(lesson)).hasSize(3)
        .containsEntry(0, new Outcome(Outcome.Kind.DONE, "", 0))
        .containsEntry(2, new Outcome(Outcome.Kind.WRONG, "same", 3))
        .containsEntry(3, new Outcome(Outcome.Kind.SKIPPED, "", 0));
  }

  @Test
  void whereNothingMayBeKeptNothingIsKnown() {
    AnswerKeeper none = LessonKeeper.of(Optional.empty(), "");
    answer(none, 0, new Outcome(Outcome.Kind.DONE, "", 0));
    assertThat(none.known(lesson)).isEmpty();
  }
}
