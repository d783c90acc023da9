package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;
import studio.backprop.ui.lesson.Answering;
import studio.backprop.ui.lesson.LessonModel;
import studio.backprop.ui.lesson.Outcome;
import studio.backprop.ui.lesson.Phase;

/** Each lesson is played in the window from its first step to its last page, with every answer right and every task solved. */
class LessonStoryTest {
  private StudioWindow window;
  private LessonModel lesson;

  static List<String> bundled() {
    return Curriculum.bundled().ids();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void isPlayedToItsEnd(String id) throws TimeoutException {
    LessonFolder folder = LessonFolder.bundled(id);
    LessonStart start = new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, LessonModel.Record.NONE);
    window = StudioWindow.showLesson(1280, 720, start);
    lesson = window.lesson();
    int steps = lesson.lesson().steps().size();
    List<String> became = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int at = i;
      window.until("step " + (i + 1) + " of " + id + " is open", () -> lesson.stepProperty().get() == at
          && (lesson.phase() == Phase.ASKING || lesson.phase() == Phase.READING) && isSaid());
      assertThat(problem()).as("step " + (i + 1)).isEmpty();
      lesson.current().asking().ifPresent(asking -> answer(at, asking));
      lesson.outcome(i).map(Outcome::kind).ifPresent(kind -> became.add(at + 1 + " " + kind));
      window.onScreen(() -> {
        lesson.next();
        return null;
      });
    }
    window.until("the last page is there", () -> lesson.endedProperty().get());
    assertThat(became).noneMatch(outcome -> outcome.endsWith("WRONG") || outcome.endsWith("SKIPPED"))
        .hasSizeGreaterThanOrEqualTo(steps - 1);
  }

  private boolean isSaid() {
    return !lesson.textsProperty().get().text().isBlank() || !lesson.textsProperty().get().ask().isBlank();
  }

  private Optional<Message> problem() {
    return lesson.problemProperty().get();
  }

  private void answer(int step, Asking asking) {
    window.onScreen(() -> {
      give(asking);
      return null;
    });
    window.until("step " + (step + 1) + ", " + asking.id() + ", is answered: " + problem(),
        () -> lesson.phase() == Phase.DONE || problem().isPresent());
    assertThat(problem()).isEmpty();
  }

  private void give(Asking asking) {
    Answering answering = lesson.answering();
    answering.sureProperty().set(2);
    if (asking instanceof PredictChoice choice) {
      lesson.choose(choice.answer());
    } else if (asking instanceof Explain explain) {
      lesson.choose(explain.answer());
    } else if (asking instanceof PredictRank rank) {
      rank.answer().stream().limit(rank.items().size() - 1L).forEach(lesson::choose);
    } else if (asking instanceof PredictCurve curve) {
      for (int i = 1; i < Answering.HANDLES; i++) {
        answering.draw(i, switch (curve.answer()) {
          case FALLS -> -i * 0.4;
          case RISES -> i * 0.2;
          case FLAT -> 0;
          case DIPS -> i == 2 ? -1 : 0;
          case EXPLODES -> i * 0.7;
        });
      }
    } else if (asking instanceof PredictNumber number) {
      lesson.bench().number(number.answer(), value -> {
        answering.typedProperty().set(String.valueOf(value));
        lesson.reveal();
      });
      return;
    } else if (asking instanceof Task task) {
      lesson.bench().carryOut(task.solve(), refused -> {});
      return;
    }
    lesson.reveal();
  }
}
