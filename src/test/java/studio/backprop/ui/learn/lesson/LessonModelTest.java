package studio.backprop.ui.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.Directive.Task;
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

  /** Carries everything out at once, or when it is told to. */
  private static final class Bench implements Workbench {
    private Judged judged;
    private final Deque<Optional<Message>> refusals = new ArrayDeque<>();
    private final List<Consumer<Optional<Message>>> underWay = new ArrayList<>();
    private final List<DoubleConsumer> numbers = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private boolean slow;
    private int putBack;
    private final List<List<LessonCommand>> carriedOut = new ArrayList<>();
    private List<Expression> hidden = List.of();
    private boolean allHidden;
    private Show shown = Show.ALL;

    @Override
    public void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> ended) {
      carriedOut.add(commands);
      if (slow) {
        underWay.add(ended);
      } else {
        ended.accept(Objects.requireNonNullElse(refusals.poll(), Optional.empty()));
      }
    }

    @Override
    public void cancel() {
      end(Optional.of(STOPPED));
      List<DoubleConsumer> waiting = List.copyOf(numbers);
      numbers.clear();
      waiting.forEach(known -> known.accept(Double.NaN));
    }

    /** What is under way comes to its end. */
    private void end(Optional<Message> refused) {
      List<Consumer<Optional<Message>>> all = List.copyOf(underWay);
      underWay.clear();
      all.forEach(ended -> ended.accept(refused));
    }

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
    public void putStartBack() {
      putBack++;
    }

    @Override
    public void fill(List<String> texts, Consumer<List<String>> filled) {
      filled.accept(texts);
    }

    @Override
    public void number(Expression sum, DoubleConsumer known) {
      if (slow) {
        numbers.add(known);
      } else {
        known.accept(46);
      }
    }

    @Override
    public double[] curve(Expression y, boolean epochs) {
      return new double[0];
    }

    @Override
    public void watch(Optional<Check> check, Judged who) {
      judged = who;
    }

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
    public void answered(String id, double value, int sure) {
      answers.add(id + " " + value + " " + sure);
    }
  }

  private LessonModel model(Map<Integer, Outcome> known) {
    return new LessonModel(folder, lessons, bench, new Lang(Texts.ENGLISH), new AnswerKeeper() {
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

  private static String id(LessonModel model, int step) {
    return model.lesson().steps().get(step).asking().orElseThrow().id();
  }

  private static void answer(LessonModel model, String number) {
    model.answering().typedProperty().set(number);
    model.answering().sureProperty().set(2);
    model.question().reveal();
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
    assertThat(model.question().mayReveal()).as("without an answer").isFalse();
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
    assertThat(bench.putBack).as("not on what was tried").isOne();
    assertThat(bench.carriedOut.get(before)).as("what solves the task").hasSize(6);
    assertThat(model.outcome(3).orElseThrow().kind()).isEqualTo(Outcome.Kind.SKIPPED);
    assertThat(told).containsExactly("own SKIPPED");
  }

  @Test
  void whoLeavesOutTheLastStepIsAtTheEndAndCanComeBackToIt() {
    LessonModel model = model(Map.of());
    int last = model.lesson().steps().size() - 1;
    model.begin(last);
    model.skip();
    assertThat(model.endedProperty().get()).isTrue();
    assertThat(model.phase()).as("nothing is prepared any more").isEqualTo(Phase.DONE);
    model.back();
    assertThat(model.endedProperty().get()).isFalse();
    assertThat(model.stepProperty().get()).isEqualTo(last);
    assertThat(model.phase()).as("the question is open").isEqualTo(Phase.ASKING);
  }

  @Test
  void aTaskThatTheLessonHasSolvedIsNotTheLearners() {
    LessonModel model = model(Map.of());
    model.begin(3);
    Task task = (Task) model.current().asking().orElseThrow();
    model.question().help().missed(); // a hint is there at once for whoever has tried
    task.hints().forEach(hint -> model.question().hint());
    model.question().playSolution();
    bench.judged.met();
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(told).containsExactly("own SHOWN");
  }

  @Test
  void whatWasDoneAnotherDayIsKnown() {
    LessonModel model = model(Map.of(0, new Outcome(Outcome.Kind.WRONG, "41", 3), 1, new Outcome(Outcome.Kind.RIGHT, "minus", 1)));
    model.begin(2);
    assertThat(model.outcome(0).orElseThrow().answer()).isEqualTo("41");
    assertThat(model.outcome(1).orElseThrow().kind()).isEqualTo(Outcome.Kind.RIGHT);
    assertThat(model.outcome(2)).isEmpty();
    assertThat(bench.answers).as("for checks").containsExactlyInAnyOrder(
        id(model, 0) + " 41.0 3", id(model, 1) + " NaN 1");
  }

  @Test
  void beforeAClassNobodyHasToAnswerAndNothingIsKept() {
    LessonModel model = model(Map.of());
    model.presentedProperty().set(true);
    model.begin(1);
    model.question().tally().count(2);
    model.question().tally().count(2);
    model.question().tally().count(0);
    assertThat(model.question().tally().countsProperty().get()).containsExactly(1, 0, 2);
    model.question().reveal();
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(told).isEmpty();
    model.next();
    assertThat(model.question().tally().countsProperty().get()).isEmpty();
  }

  @Test
  void beforeAClassTheRightReasonIsRevealedWithItsReply() {
    LessonModel model = model(Map.of());
    model.presentedProperty().set(true);
    int last = model.lesson().steps().size() - 1;
    Explain explain = (Explain) model.lesson().steps().get(last).asking().orElseThrow();
    model.begin(last);
    assertThat(model.question().mayReveal()).isTrue();
    model.question().reveal();
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(model.textsProperty().get().reply()).isEqualTo(reply(explain.choices(), explain.answer())).isNotEmpty();
    assertThat(model.outcome(last).orElseThrow().kind()).isEqualTo(Outcome.Kind.READ);
    assertThat(told).as("nobody's progress").isEmpty();
    String other = explain.choices().stream().map(Choice::key).filter(key -> !key.equals(explain.answer())).findFirst().orElseThrow();
    model.question().choose(other);
    assertThat(model.textsProperty().get().reply()).as("one can be asked for the others").isEqualTo(reply(explain.choices(), other));
  }

  @Test
  void beforeAClassTheReplyToTheRightChoiceIsSeen() {
    LessonModel model = model(Map.of());
    model.presentedProperty().set(true);
    model.begin(1);
    PredictChoice asked = (PredictChoice) model.current().asking().orElseThrow();
    model.question().choose(asked.choices().stream().map(Choice::key).filter(key -> !key.equals(asked.answer())).findFirst().orElseThrow());
    model.question().reveal();
    assertThat(model.textsProperty().get().reply()).as("a click is no answer of the class")
        .isEqualTo(reply(asked.choices(), asked.answer())).isNotEmpty();
    assertThat(model.textsProperty().get().say()).isNotEmpty();
  }

  @Test
  void beforeAClassATaskIsDoneByTheLessonAndItsTextIsSeenBeforeItGoesOn() {
    LessonModel model = model(Map.of());
    model.presentedProperty().set(true);
    model.begin(3);
    Task task = (Task) model.current().asking().orElseThrow();
    bench.slow = true;
    bench.carriedOut.clear();
    model.question().reveal();
    assertThat(model.phase()).isEqualTo(Phase.REVEALING);
    assertThat(bench.putBack).as("not on what was tried").isOne();
    assertThat(bench.carriedOut).containsExactly(task.solve());
    bench.end(Optional.of(Workbench.STOPPED));
    assertThat(model.phase()).as("it was stopped").isEqualTo(Phase.ASKING);
    model.question().reveal();
    bench.end(Optional.empty());
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(model.textsProperty().get().say()).isEqualTo(task.done());
    assertThat(model.outcome(3).orElseThrow().kind()).isEqualTo(Outcome.Kind.READ);
    bench.carriedOut.clear();
    model.next();
    assertThat(model.stepProperty().get()).isEqualTo(4);
    assertThat(bench.carriedOut).as("the solution is not played twice").containsExactly(model.current().setUp());
  }

  @Test
  void atADeskATaskIsDoneByTheLearner() {
    LessonModel model = model(Map.of());
    model.begin(3);
    assertThat(model.question().mayReveal()).isFalse();
  }

  @Test
  void atADeskAReasonIsChosenAndNotRevealed() {
    LessonModel model = model(Map.of());
    model.begin(model.lesson().steps().size() - 1);
    assertThat(model.question().mayReveal()).isFalse();
    model.question().reveal();
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
  }

  private static String reply(List<Choice> choices, String key) {
    return choices.stream().filter(choice -> choice.key().equals(key)).map(Choice::reply).findFirst().orElseThrow();
  }

  @Test
  void whyTheStartCouldNotBeOpenedIsSaid() {
    Message none = Message.of("lesson.folder.no_file", "start.backprop", "en.md");
    bench.refusals.add(Optional.of(none));
    LessonModel model = model(Map.of());
    model.begin(0);
    assertThat(model.problemProperty().get()).contains(none);
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    answer(model, "46");
    assertThat(model.problemProperty().get()).contains(none);
    assertThat(model.outcome(0).orElseThrow().kind()).as("measured in another project").isEqualTo(Outcome.Kind.READ);
    model.next();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void whyASkippedStepCouldNotBeDoneIsSaidInTheNext() {
    LessonModel model = model(Map.of());
    model.begin(2);
    Message none = Message.of("lesson.node.none", "h9", "h1");
    bench.refusals.add(Optional.of(none));
    bench.refusals.add(Optional.of(Message.of("lesson.command.none")));
    model.skip();
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(model.problemProperty().get()).as("the first of two").contains(none);
  }

  @Test
  void aNumberThatCannotBeMeasuredIsNotJudgedAndTheLearnerGoesOn() {
    LessonModel model = model(Map.of());
    model.begin(0);
    bench.slow = true;
    answer(model, "46");
    bench.end(Optional.empty());
    assertThat(model.phase()).isEqualTo(Phase.REVEALING);
    bench.numbers.remove(0).accept(Double.NaN);
    assertThat(model.phase()).isEqualTo(Phase.DONE);
    assertThat(model.problemProperty().get()).map(Message::key).contains("lesson.number.unknown");
    assertThat(told).isEmpty();
    bench.slow = false;
    model.next();
    assertThat(model.stepProperty().get()).isEqualTo(1);
  }

  @Test
  void aNumberThatComesLateIsNotHeardInAnotherStep() {
    LessonModel model = model(Map.of());
    model.begin(0);
    bench.slow = true;
    answer(model, "46");
    bench.end(Optional.empty());
    bench.slow = false;
    model.begin(1); // as when its author has saved it
    bench.numbers.remove(0).accept(46);
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    assertThat(model.outcome(1)).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aRevealThatIsStoppedLeavesTheQuestionOpenWithItsAnswer() {
    LessonModel model = model(Map.of());
    model.begin(0);
    bench.slow = true;
    answer(model, "46");
    model.question().cancel();
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    assertThat(model.problemProperty().get()).map(Message::key).contains("lesson.stopped.reveal");
    assertThat(bench.putBack).isEqualTo(1);
    assertThat(bench.hidden).isNotEmpty();
    assertThat(model.answering().number()).hasValue(46);
    bench.slow = false;
    model.question().reveal();
    assertThat(told).containsExactly("patch RIGHT");
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void whatIsStoppedOnTheWayToAStepLeadsIntoIt() {
    LessonModel model = model(Map.of());
    bench.slow = true;
    model.begin(1);
    model.question().cancel();
    bench.end(Optional.empty());
    assertThat(model.phase()).isEqualTo(Phase.ASKING);
    assertThat(model.problemProperty().get()).contains(Workbench.STOPPED);
    model.question().cancel();
    assertThat(model.phase()).as("nothing is done any more").isEqualTo(Phase.ASKING);
  }

  @Test
  void aNumberIsReadAsItIsTyped() {
    Answering answering = new Answering();
    for (String typed : List.of("0.5", "0,5", "５０％", "０．５", "1/2", "5e-1", ".5", "50 %")) {
      answering.typedProperty().set(typed);
      assertThat(answering.number()).as(typed).hasValue(0.5);
    }
    answering.typedProperty().set("－４６");
    assertThat(answering.number()).hasValue(-46);
    answering.typedProperty().set("half");
    assertThat(answering.number()).isEmpty();
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
    answer(model, "80");
    assertThat(bench.shown.views()).as("of the question before").doesNotContain("analyser");
    model.next();
    assertThat(bench.shown.views()).doesNotContain("analyser");
    answer(model, "4");
    assertThat(bench.shown.views()).contains("activations", "analyser");
  }
}
