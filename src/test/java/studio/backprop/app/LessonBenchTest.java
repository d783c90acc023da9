package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.app.lesson.LessonActs;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.learn.lesson.Workbench;

/** What a lesson does with the window, without the window. */
class LessonBenchTest {
  private static final long A_MOMENT = 1_000_000;

  private BareLesson lesson = new BareLesson(LessonFolder.bundled("learning-rate"));

  @AfterEach
  void close() {
    lesson.close();
  }

  private void of(String id) {
    lesson.close();
    lesson = new BareLesson(LessonFolder.bundled(id));
  }

  private long steps() throws Exception {
    return lesson.run.trainer().ask(Session::steps).get().orElseThrow();
  }

  private static Optional<String> key(Optional<Message> refused) {
    return refused.map(Message::key);
  }

  // --- commands

  @Test
  void aRunRestsOnceTheWindowKnowsAllThatItHasMeasured() throws Exception {
    assertThat(lesson.carryOut("open receipts.backprop")).isEmpty();
    LessonActs.UnderWay epoch = lesson.acts.carryOut(BareLesson.commands("step 1 epoch").get(0)).orElseThrow();
    while (steps() == 0 || lesson.run.trainer().status().state() == Status.State.PLAYING) {
      LockSupport.parkNanos(A_MOMENT); // no frame passes meanwhile
    }
    assertThat(lesson.run.history().epochs()).isEmpty();
    assertThat(epoch.hasEnded()).isFalse();
    lesson.pulse.tick();
    assertThat(lesson.run.history().epochs()).hasSize(1);
    assertThat(epoch.hasEnded()).isTrue();
  }

  @Test
  void severalEpochsOneAfterTheOtherAreAllTaken() throws Exception {
    assertThat(lesson.carryOut("open receipts.backprop", "step 1 epoch", "step 1 epoch", "step 3 epoch", "step 2")).isEmpty();
    assertThat(lesson.number("run.epoch")).isGreaterThanOrEqualTo(5);
    assertThat(steps()).isEqualTo(5L * lesson.run.runProperty().get().batchesPerEpoch() + 2);
  }

  @Test
  void aStartThatIsNotThereIsRefusedWithItsReason() {
    assertThat(key(lesson.carryOut("open nothing.backprop", "step 1"))).contains("lesson.folder.no_file");
  }

  @Test
  void aNetworkThatCannotBeTrainedIsRefusedAndOneThatIsMendedInTheSameListIsNot() {
    of("first-neuron");
    assertThat(key(lesson.carryOut("open sample karate-club", "remove graph_1"))).contains("lesson.play.not_ready");
    assertThat(key(lesson.carryOut("open sample karate-club", "remove graph_1", "step 1"))).contains("lesson.play.not_ready");
    assertThat(lesson.carryOut("open sample karate-club", "remove graph_1", "wire members graph_2", "step 1")).isEmpty();
  }

  @Test
  void theNextCommandGoesOnWithTheLaneThatWasKept() throws Exception {
    assertThat(lesson.carryOut("open receipts.backprop", "lane A rate 0.005", "lane B rate 0.02", "run lanes")).isEmpty();
    double laneB = lesson.number("lane(B).train.loss");
    assertThat(lesson.carryOut("keep lane B")).isEmpty();
    assertThat(lesson.document.project().training().rate()).isEqualTo(0.02);
    assertThat(lesson.number("train.loss")).isEqualTo(laneB);
    long learned = steps();
    assertThat(lesson.carryOut("step 1")).isEmpty();
    assertThat(steps()).isEqualTo(learned + 1);
  }

  @Test
  void aLaneThatIsNotThereIsRefused() {
    assertThat(key(lesson.carryOut("open receipts.backprop", "lane A rate 0.005", "lane B rate 0.02", "keep lane D")))
        .contains("lesson.play.no_lane");
    assertThat(key(lesson.carryOut("open receipts.backprop", "keep lane B"))).contains("lesson.play.no_lane");
    assertThat(lesson.carryOut("step 1")).as("all goes on").isEmpty();
  }

  @Test
  void keepingAnExperimentTakesNoStep() throws Exception {
    of("vanishing");
    assertThat(lesson.carryOut("open deep-moons.backprop", "run to epoch 4", "try vanishing 3")).isEmpty();
    int layers = lesson.document.network().nodes().size();
    assertThat(lesson.carryOut("keep B")).isEmpty();
    assertThat(lesson.document.network().nodes().size()).isGreaterThan(layers);
    assertThat(steps()).isZero();
    assertThat(key(lesson.carryOut("keep B"))).contains("lesson.play.nothing_tried");
  }

  @Test
  void whatIsStoppedEndsSoonAndTheNextCommandBeginsAtRest() throws Exception {
    lesson.carryOut("open receipts.backprop");
    lesson.begin("run to epoch 1000000", "open nothing.backprop");
    lesson.pulse.until(() -> lesson.bench.progressProperty().get() >= 0 && !lesson.run.history().isEmpty());
    lesson.bench.cancel();
    lesson.pulse.until(() -> !lesson.ended.isEmpty());
    assertThat(lesson.ended).containsExactly(Optional.of(Workbench.STOPPED));
    assertThat(lesson.run.trainer().status().state()).isEqualTo(Status.State.PAUSED);
    assertThat(lesson.run.history().lastStep()).isEqualTo(steps());
  }

  @Test
  void theLanesOfAStepAreThereAgainWhenItsStartIsPutBack() throws Exception {
    lesson.carryOut("open receipts.backprop", "lane A rate 0.005", "lane B rate 0.02");
    lesson.bench.beginStep(List.of());
    lesson.carryOut("lane B rate 0.3");
    lesson.bench.putStartBack();
    assertThat(lesson.carryOut("run lanes", "keep lane B")).isEmpty();
    assertThat(lesson.document.project().training().rate()).isEqualTo(0.02);
  }

  @Test
  void aResetLeadsToTheStartOfTheLessonAlsoWhereAStepWithSetWeightsWasPutBack() throws Exception {
    of("first-neuron");
    lesson.carryOut("open receipts.backprop", "reset", "weight neuron 0,0 2.4");
    lesson.bench.beginStep(List.of());
    lesson.carryOut("weight neuron 0,0 2.2", "bias neuron 0 0.4");
    lesson.bench.putStartBack();
    assertThat(lesson.carryOut("example train 0")).isEmpty();
    assertThat(lesson.number("node(\"neuron\").weight")).isCloseTo(2.4, within(1e-6));
    assertThat(lesson.carryOut("reset")).isEmpty();
    assertThat(lesson.number("node(\"neuron\").weight")).isZero();
  }

  @Test
  void whoStartsTheStepAgainHearsNoMoreOfWhatWasUnderWay() throws Exception {
    lesson.carryOut("open receipts.backprop", "step 1");
    lesson.bench.beginStep(List.of());
    lesson.begin("run to epoch 1000000", "open nothing.backprop");
    lesson.pulse.until(() -> lesson.bench.progressProperty().get() >= 0 && lesson.run.history().lastStep() > 1);
    lesson.bench.putStartBack();
    assertThat(lesson.bench.acting()).isFalse();
    assertThat(lesson.carryOut("step 1")).isEmpty();
    assertThat(steps()).isEqualTo(2);
  }

  // --- curves

  @Test
  void aCurveIsOfTheQuantityThatIsAskedFor() throws Exception {
    of("first-neuron");
    lesson.carryOut("open sample circles", "run to epoch 2");
    assertThat(lesson.bench.curve(CheckParser.sum("epoch.loss"), true)).hasSize(2).endsWith(lesson.number("epoch.loss"));
    assertThat(lesson.bench.curve(CheckParser.sum("epoch.accuracy"), true)).endsWith(lesson.number("epoch.accuracy"));
    assertThat(lesson.bench.curve(CheckParser.sum("valid.mae"), true)).endsWith(lesson.number("valid.mae"));
    assertThat(lesson.bench.curve(CheckParser.sum("valid.loss"), true)).endsWith(lesson.number("valid.loss"));
    double[] losses = lesson.bench.curve(CheckParser.sum("batch.loss"), false);
    assertThat(losses).hasSize((int) steps()).endsWith(lesson.number("batch.loss"));
    assertThat(lesson.bench.curve(CheckParser.sum("batch.accuracy"), false)).endsWith(lesson.number("batch.accuracy"));
  }

  // --- tasks

  /** Judges from now on, and writes down what becomes of it. */
  private List<String> watch(String check) throws Exception {
    List<String> told = new ArrayList<>();
    lesson.bench.watch(Optional.of(CheckParser.check(check)), new Workbench.Judged() {
      @Override
      public void met() {
        told.add("met");
      }

      @Override
      public void missed() {
        told.add("missed");
      }

      @Override
      public void changedTooMuch() {
        told.add("changed too much");
      }
    });
    return told;
  }

  /** Lets the trainer come to rest, and what it tells arrive. */
  private void rest() throws Exception {
    steps();
    lesson.pulse.until(() -> lesson.run.trainer().status() == lesson.run.statusProperty().get() && !lesson.run.playing());
    lesson.pulse.tick();
  }

  @Test
  void aTaskIsToldOnceAndTrainingRestsAtTheStepThatHasMetIt() throws Exception {
    lesson.carryOut("open receipts.backprop");
    List<String> told = watch("run.step >= 7");
    rest();
    assertThat(told).isEmpty();
    lesson.carryOut("step 50");
    rest();
    assertThat(told).containsExactly("met");
    assertThat(steps()).isEqualTo(7);
  }

  @Test
  void whoReachesTheResultByMoreChangesThanMayBeIsTold() throws Exception {
    lesson.carryOut("open receipts.backprop");
    lesson.bench.beginStep(List.of());
    List<String> told = watch("run.step >= 3 and changes = 1");
    lesson.carryOut("rate 0.01", "batch 2", "step 2");
    rest();
    assertThat(told).isEmpty();
    lesson.carryOut("step 2");
    rest();
    assertThat(told).containsExactly("changed too much");
    lesson.carryOut("batch 4", "reset", "step 4");
    rest();
    assertThat(told).as("changed back").containsExactly("changed too much", "met");
  }

  @Test
  void whatIsTooLateIsMissedAndMayBeTriedAgain() throws Exception {
    lesson.carryOut("open receipts.backprop");
    List<String> told = watch("train.loss < 0 by step 5");
    lesson.carryOut("step 6");
    rest();
    assertThat(told).containsExactly("missed");
    lesson.carryOut("reset", "step 6");
    rest();
    assertThat(told).containsExactly("missed", "missed");
  }

  @Test
  void aTaskOfTheLanesIsJudgedAtEachOfTheirStepsAndTheyRestAtTheOneThatHasMetIt() throws Exception {
    lesson.carryOut("open receipts.backprop", "lane A rate 0.005", "lane B rate 0.1");
    List<String> told = watch("lane(B).batch.loss < 0.01 and lane(A).batch.loss > 0.05 by step 30");
    assertThat(lesson.carryOut("run lanes")).isEmpty();
    lesson.pulse.until(() -> !told.isEmpty());
    assertThat(told).containsExactly("met");
    double met = lesson.number("lane(B).run.step");
    assertThat(met).as("long before their end").isBetween(5.0, 30.0);
    assertThat(lesson.number("lane(B).batch.loss")).isLessThan(0.01);

    lesson.carryOut("open receipts.backprop", "lane A rate 0.005", "lane B rate 0.1");
    List<String> exactly = watch("lane(B).run.step = 17 and lane(B).batch.loss < 0.1 at step 17");
    assertThat(lesson.carryOut("run lanes")).isEmpty();
    lesson.pulse.until(() -> !exactly.isEmpty());
    assertThat(lesson.number("lane(A).run.step")).isEqualTo(17);
  }

  @Test
  void whatLanesBeforeHaveShownIsNoAnswerOfThoseThatBeganAnew() throws Exception {
    lesson.carryOut("open receipts.backprop", "lane A rate 0.1", "lane B rate 0.0001");
    List<String> told = watch("lane(A).batch.loss < 0.01 by step 60 and lane(B).batch.loss < 0.01 by step 60");
    assertThat(lesson.carryOut("run lanes")).isEmpty();
    assertThat(lesson.carryOut("open receipts.backprop", "lane A rate 0.0001", "lane B rate 0.1", "run lanes")).isEmpty();
    rest();
    assertThat(told).as("each held in another run").doesNotContain("met");
    assertThat(lesson.carryOut("open receipts.backprop", "lane A rate 0.1", "lane B rate 0.11", "run lanes")).isEmpty();
    lesson.pulse.until(() -> told.contains("met"));
  }

  @Test
  void aTaskOfTheProjectIsJudgedWithoutATrainingStep() throws Exception {
    lesson.carryOut("open receipts.backprop");
    lesson.bench.beginStep(List.of());
    List<String> told = watch("training.rate = 0.2 and changes = 1");
    rest();
    assertThat(told).isEmpty();
    lesson.carryOut("rate 0.2");
    rest();
    assertThat(told).containsExactly("met");
  }

  @Test
  void whileAWeightIsOnItsWayNothingIsJudged() throws Exception {
    lesson.carryOut("open receipts.backprop");
    List<String> told = watch("node(\"neuron\").weight(0,0) > 1");
    lesson.bench.hold(true);
    lesson.carryOut("weight neuron 0,0 2");
    rest();
    assertThat(told).isEmpty();
    lesson.bench.hold(false);
    rest();
    assertThat(told).containsExactly("met");
  }

  @Test
  void anAnswerIsKnownToChecks() throws Exception {
    lesson.carryOut("open receipts.backprop");
    List<String> told = watch("answer(\"order\") = 4");
    lesson.bench.answered("order", 4, 2);
    rest();
    assertThat(told).containsExactly("met");
  }

  // --- numbers

  @Test
  void aNumberThatNobodyKnowsIsToldWhenItIsGivenUp() throws Exception {
    List<Double> told = new ArrayList<>();
    lesson.bench.number(CheckParser.sum("train.loss"), told::add);
    lesson.bench.fill(List.of("It is {train.loss|2}."), texts -> told.add(texts.equals(List.of("It is –.")) ? 1.0 : 0));
    lesson.pulse.tick();
    assertThat(told).isEmpty();
    lesson.bench.cancel();
    assertThat(told).containsExactly(Double.NaN, 1.0);
  }

  @Test
  void whatIsHiddenLateIsNotHiddenInTheNextStep() throws Exception {
    lesson.carryOut("open receipts.backprop");
    lesson.bench.hideAll();
    lesson.bench.hide(List.of(CheckParser.sum("train.loss")));
    lesson.bench.hide(List.of());
    lesson.pulse.until(() -> lesson.run.snapshot().isPresent());
    for (int i = 0; i < 50; i++) {
      lesson.pulse.tick();
      LockSupport.parkNanos(A_MOMENT);
    }
    assertThat(lesson.lang.numbers().significant(lesson.number("train.loss"), 6)).doesNotContain("?");
  }

  @Test
  void aCommandIsCarriedOutByEachOfTheRooms() throws Exception {
    lesson.carryOut("open receipts.backprop", "example train 2");
    assertThat(lesson.run.observation().exampleProperty().get().row()).isEqualTo(2);
    lesson.carryOut("select neuron");
    assertThat(lesson.document.selection()).hasSize(1);
  }
}
