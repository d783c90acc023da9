package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Veil;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.Answering;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.LessonPane;
import studio.backprop.ui.learn.lesson.Outcome;
import studio.backprop.ui.learn.lesson.Phase;

/** Each lesson is played in the window from its first step to its last page, with every answer right and every task solved. */
@Tag("story")
class LessonStoryTest {
  private StudioWindow window;
  private LessonModel lesson;

  /** These stand for all, which take minutes: {@code -Dlessons=all} plays each, {@code -Dlessons=xor,loss} some. */
  static List<String> bundled() {
    String wanted = System.getProperty("lessons", "first-neuron,learning-rate,vanishing,convolution,folds");
    return wanted.equals("all") ? Curriculum.bundled().ids() : List.of(wanted.split(","));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void isPlayedToItsEnd(String id) throws TimeoutException {
    LessonFolder folder = LessonFolder.bundled(id);
    LessonStart start = new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, AnswerKeeper.NONE);
    window = StudioWindow.showLesson(1280, 720, start);
    lesson = window.lesson();
    assertThat(window.opening()).containsExactly("1. " + lesson.lesson().steps().get(0).heading());
    int steps = lesson.lesson().steps().size();
    List<String> became = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int at = i;
      window.until("step " + (i + 1) + " of " + id + " is open", () -> lesson.stepProperty().get() == at
          && (lesson.phase() == Phase.ASKING || lesson.phase() == Phase.READING) && isSaid());
      assertThat(problem()).as("step " + (i + 1)).isEmpty();
      window.until("nothing lies over what can be clicked", () -> window.all(".lesson-work").stream().noneMatch(Node::isVisible));
      assertThat(window.shows("#twins")).as("a way out of step " + (i + 1) + " to a page that a lesson has not").isFalse();
      lesson.current().asking().ifPresent(asking -> answer(at, asking));
      boolean known = lesson.current().asking().filter(PredictNumber.class::isInstance).isEmpty() || !lesson.hidden().isEmpty();
      lesson.outcome(i).map(Outcome::kind)
          .ifPresent(kind -> became.add(at + 1 + " " + (known ? kind : Outcome.Kind.READ))); // a number that comes later is not known now
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
    nothingIsGivenAway(step);
    window.onScreen(() -> {
      give(asking);
      return null;
    });
    window.until("step " + (step + 1) + ", " + asking.id() + ", is answered: " + problem(),
        () -> lesson.phase() == Phase.DONE || problem().isPresent());
    assertThat(problem()).isEmpty();
  }

  /** What is to be predicted is written nowhere in the window, in three digits; whole numbers below a hundred stand everywhere. */
  private void nothingIsGivenAway(int step) {
    List<Double> hidden = new ArrayList<>();
    List<Expression> asked = lesson.hidden();
    asked.forEach(sum -> window.onScreen(() -> {
      lesson.bench().number(sum, hidden::add);
      return null;
    }));
    window.nextFrames();
    window.until("what step " + (step + 1) + " hides is known", () -> hidden.size() == asked.size());
    List<String> said = window.onScreen(this::said);
    for (double value : hidden) {
      if (value != 0 && !(value == Math.rint(value) && Math.abs(value) < 100)) {
        String truth = new Numbers(Locale.ENGLISH, new Veil()).significant(Math.abs(value), 3);
        assertThat(said).as("what gives the answer of step " + (step + 1) + " away").noneMatch(text -> text.matches(
            "(?s)(.*[^\\d.,·])?" + Pattern.quote(truth) + "([^\\d.,·].*)?"));
      }
    }
  }

  /** All texts beside the lesson's own, also those that are only spoken. */
  private List<String> said() {
    List<String> all = new ArrayList<>();
    for (Node node : window.all("*")) {
      boolean own = Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(LessonPane.class::isInstance);
      if (!own && isSeen(node)) {
        all.add(node instanceof Labeled labeled ? labeled.getText() : node instanceof Text text ? text.getText() : "");
        all.add(node.getAccessibleText());
        all.add(node instanceof Control control && control.getTooltip() != null ? control.getTooltip().getText() : "");
      }
    }
    all.removeIf(text -> text == null || text.isBlank());
    return all;
  }

  private static boolean isSeen(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  private void give(Asking asking) {
    Answering answering = lesson.answering();
    answering.sureProperty().set(2);
    if (asking instanceof PredictChoice choice) {
      lesson.question().choose(choice.answer());
    } else if (asking instanceof Explain explain) {
      lesson.question().choose(explain.answer());
    } else if (asking instanceof PredictRank rank) {
      rank.answer().stream().limit(rank.items().size() - 1L).forEach(lesson.question()::choose);
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
        answering.typedProperty().set(String.valueOf(Double.isNaN(value) ? 0 : value)); // before the first step there is none
        lesson.question().reveal();
      });
      return;
    } else if (asking instanceof Task task) {
      lesson.bench().carryOut(task.solve(), refused -> {});
      return;
    }
    lesson.question().reveal();
  }
}
