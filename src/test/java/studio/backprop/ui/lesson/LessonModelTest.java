package studio.backprop.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;

/** A learner walks through a lesson: answers, goes back, leaves out, and comes another day. */
class LessonModelTest {
  private final LessonFolder folder = LessonFolder.bundled("convolution");
  private final Map<String, Lesson> lessons = ReadLesson.of(folder, List.of()).lessons();
  private final Bench bench = new Bench();
  private final List<String> told = new ArrayList<>();

  /** Carries everything out at once. */
  private static final class Bench implements Workbench {
    private final List<List<LessonCommand>> carriedOut = new ArrayList<>();
    private List<Expression> hidden = List.of();
    private boolean allHidden;
    private Show shown = Show.ALL;

    @Override
    public void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> ended) {
      carriedOut.add(commands);
      ended.accept(Optional.empty());
    }

    @Override
    public void cancel() {}

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
      return new SimpleDoubleProperty(-1);
    }

    @Override
    public void show(Show show) {
      shown = show;
    }

    @Override
    public void focus(Optional<Focus> focus) {}

    @Override
    public void beginStep(List<CheckedQuantity> asked) {}

    @Override
    public void putStartBack() {}

    @Override
    public boolean changedSinceStart() {
      return false;
    }

    @Override
    public void fill(List<String> texts, Consumer<List<String>> filled) {
      filled.accept(texts);
    }

    @Override
    public void number(Expression sum, DoubleConsumer known) {
      known.accept(46);
    }

    @Override
    public double[] curve(Expression y, boolean epochs) {
      return new double[0];
    }

    @Override
    public void watch(Optional<Check> check, Judged judged) {}

    @Override
    public void hideAll() {
      allHidden = true;
    }

    @Override
    public void hide(List<Expression> numbers) {
      hidden = numbers;
      allHidden = false;
    }

    @Override
    public void answered(String id, double value, int sure) {}
  }

  private LessonModel model(Map<Integer, Outcome> known) {
    return new LessonModel(folder, lessons, bench, new Lang(Texts.ENGLISH), new LessonModel.Record() {
      @Override
      public Map<Integer, Outcome> known(Lesson lesson) {
        return known;
      }

      @Override
      public void answered(Lesson lesson, LessonStep step, Asking asking, Outcome outcome, int tries, int hints, double seconds) {
        told.add(step.id() + " " + outcome.kind());
      }
    });
  }

  private static void answer(LessonModel model, String number) {
    model.answering().typedProperty().set(number);
    model.answering().sureProperty().set(2);
    model.reveal();
  }

  @Test
  void whoStaysToPlayCanUseEverythingAndTheNextStepBeginsAsIfNothingHadBeenChanged() {
    LessonModel model = model(Map.of());
    model.begin(0);
    answer(model, "46");
    model.stay();
    assertThat(bench.shown.controls()).contains("play", "rate", "edit");
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    bench.carriedOut.clear();
    model.next();
    assertThat(model.stepProperty().get()).isEqualTo(1);
    assertThat(model.playingProperty().get()).isFalse();
    assertThat(bench.carriedOut.get(0)).as("the steps before, from the start on").isEqualTo(new StepPlan(model.lesson()).upTo(1));
  }

  @Test
  void whatTheTextOfAStepSaysIsNotHidden() {
    LessonStep ride = ReadLesson.of(LessonFolder.bundled("first-neuron"), List.of()).lessons().get("en").steps().stream()
        .filter(step -> step.id().equals("tenth")).findFirst().orElseThrow();
    assertThat(ride.text()).contains("w = {node(\"neuron\").weight|3}");
    assertThat(StepPlan.hidden(ride)).as("only what is charged").hasSize(1);
  }

  @Test
  void aPredictionIsHiddenUntilItIsRevealed() {
    LessonModel model = model(Map.of());
    model.begin(0);
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    assertThat(bench.hidden).isNotEmpty();
    assertThat(model.mayReveal()).as("without an answer").isFalse();
    answer(model, "46");
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(bench.hidden).isEmpty();
    model.next();
    assertThat(model.stepProperty().get()).isEqualTo(1);
    assertThat(bench.hidden).as("of the next step").isNotEmpty();
    assertThat(told).containsExactly("patch RIGHT");
  }

  @Test
  void goingBackKeepsWhatWasAnsweredAndLeadsOn() {
    LessonModel model = model(Map.of());
    model.begin(0);
    answer(model, "-46");
    model.next();
    model.back();
    assertThat(model.stepProperty().get()).isZero();
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    model.skip();
    assertThat(model.stepProperty().get()).isEqualTo(1);
    assertThat(model.outcome(0).orElseThrow().kind()).isEqualTo(Outcome.Kind.WRONG);
    assertThat(told).containsExactly("patch WRONG");
  }

  @Test
  void whatIsLeftOutIsDoneByTheLessonAndSaidSo() {
    LessonModel model = model(Map.of());
    model.begin(3);
    int before = bench.carriedOut.size();
    model.skip();
    assertThat(bench.carriedOut.get(before)).as("what solves the task").hasSize(6);
    assertThat(model.outcome(3).orElseThrow().kind()).isEqualTo(Outcome.Kind.SKIPPED);
    assertThat(told).containsExactly("own SKIPPED");
  }

  @Test
  void whatWasDoneAnotherDayIsKnown() {
    LessonModel model = model(Map.of(0, new Outcome(Outcome.Kind.WRONG, "41", 3), 1, new Outcome(Outcome.Kind.RIGHT, "minus", 1)));
    model.begin(2);
    assertThat(model.outcome(0).orElseThrow().answer()).isEqualTo("41");
    assertThat(model.outcome(1).orElseThrow().kind()).isEqualTo(Outcome.Kind.RIGHT);
    assertThat(model.outcome(2)).isEmpty();
  }

  @Test
  void beforeAClassNobodyHasToAnswerAndNothingIsKept() {
    LessonModel model = model(Map.of());
    model.presentedProperty().set(true);
    model.begin(1);
    model.count(2);
    model.count(2);
    model.count(0);
    assertThat(model.tallyProperty().get()).containsExactly(1, 0, 2);
    model.reveal();
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(told).isEmpty();
    model.next();
    assertThat(model.tallyProperty().get()).isEmpty();
  }

  @Test
  void beforeAPredictionNothingCanBeTriedOut() {
    LessonModel model = model(Map.of());
    model.begin(3);
    assertThat(bench.shown.controls()).containsExactly("weight edges");
    model.begin(0);
    assertThat(bench.shown.controls()).isEmpty();
    assertThat(bench.allHidden).isFalse();
  }

  @Test
  void whoComesBackIsToldThatTheLessonsOwnSolutionsStandForTheLearners() {
    LessonModel model = model(Map.of());
    model.begin(4);
    assertThat(model.replaysSolutions()).isFalse();
    model.back();
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(model.replaysSolutions()).isTrue();
    model.back();
    assertThat(model.replaysSolutions()).as("no task up to there").isFalse();
    model.skip();
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(model.replaysSolutions()).as("on the way forward").isFalse();
  }

  @Test
  void theAnalyserThatSaysTheAnswerComesWithTheReveal() {
    LessonModel model = model(Map.of());
    model.begin(4);
    assertThat(bench.shown.views()).doesNotContain("analyser");
    answer(model, "80");
    assertThat(bench.shown.views()).contains("structure", "analyser");
  }
}
