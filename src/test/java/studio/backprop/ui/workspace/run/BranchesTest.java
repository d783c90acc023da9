package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Run;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.RunDiff;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

class BranchesTest {
  private static final int STEPS = 90;
  private static final long PAST = 37;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  @BeforeEach
  void train() throws Exception {
    Project circles = SampleProject.of("circles");
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    trainer.playSteps(STEPS);
    standsAt(STEPS);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void standsAt(long step) {
    pulse.until(() -> !run.playing() && run.snapshot().filter(seen -> seen.step() == step).isPresent());
  }

  private String learned() {
    return run.past().ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  private long askedStep() {
    return run.past().ask(Session::steps).join().orElseThrow();
  }

  private void branch(Edit<Project> change) {
    Run before = run.runProperty().get();
    run.branching().branch(change);
    pulse.until(() -> run.runProperty().get() != before);
    standsAt(STEPS);
  }

  @Test
  void whatIsSeenAndAskedIsThePastUntilOneComesBack() {
    run.past().goTo(PAST);
    standsAt(PAST);
    assertThat(askedStep()).isEqualTo(PAST);
    assertThat(run.present().orElseThrow().step()).isEqualTo(STEPS);
    run.past().leave();
    standsAt(STEPS);
    assertThat(askedStep()).isEqualTo(STEPS);
    pulse.tick();
    long frame = run.frameProperty().get();
    run.past().goTo(PAST);
    pulse.until(() -> run.frameProperty().get() > frame);
    assertThat(run.snapshot().orElseThrow().step()).isEqualTo(PAST);
  }

  @Test
  void trainingThatGoesOnLeavesThePast() {
    run.past().goTo(PAST);
    standsAt(PAST);
    trainer.playSteps(5);
    standsAt(STEPS + 5);
    assertThat(run.past().present()).isFalse();
  }

  @Test
  void lookingBackPausesTheTraining() {
    run.control().playTo(TrainingSettings.MOST_EPOCHS); // more than are trained before it is seen playing
    pulse.until(run::playing);
    run.past().goTo(PAST);
    standsAt(PAST);
    assertThat(run.past().present()).isTrue();
  }

  @Test
  void aTwinIsIdenticalToTheBit() {
    String first = learned();
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.twin"), project -> project));
    assertThat(run.runProperty().get().checkpointLog().first()).isEqualTo(PAST);
    assertThat(learned()).isEqualTo(first);
  }

  @Test
  void aBranchLearnsOtherwiseAndTheFirstRunCanBeTakenUpAgain() {
    String first = learned();
    Run left = run.runProperty().get();
    run.past().goTo(PAST);
    standsAt(PAST);
    double rate = document.project().training().rate();
    branch(new Edit<>(Message.of("branch.rate", "1"), project -> project.withTraining(training -> training.withRate(3 * rate))));
    assertThat(learned()).isNotEqualTo(first);
    assertThat(run.earlier()).hasSize(1);
    assertThat(run.branches().all()).hasSize(2);
    run.branching().switchTo(run.branches().all().get(0));
    pulse.until(() -> run.runProperty().get().checkpointLog() == left.checkpointLog());
    standsAt(STEPS);
    assertThat(learned()).isEqualTo(first);
    assertThat(document.project().training().rate()).isEqualTo(rate);
    assertThat(run.present().orElseThrow().measured()).as("its last step can be seen").isTrue();
    assertThat(run.history().number()).isEqualTo(1);
    run.past().goTo(PAST);
    standsAt(PAST);
  }

  private void branchTwiceAsFast() {
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.rate", "1"), project -> project.withTraining(training -> training.withRate(2 * training.rate()))));
  }

  private RunDiff found(long step) {
    StepComparison comparison = run.branches().comparison();
    pulse.until(() -> comparison.differenceProperty().get().filter(found -> found.step() == step).isPresent());
    return comparison.differenceProperty().get().orElseThrow();
  }

  @Test
  void aBranchIsComparedWithTheRunThatItLeftAtTheStepThatIsLookedAt() {
    StepComparison comparison = run.branches().comparison();
    assertThat(comparison.pairProperty().get()).as("one run alone").isEmpty();
    branchTwiceAsFast();
    assertThat(comparison.pairProperty().get().orElseThrow().a().is(run.branches().all().get(0))).isTrue();
    assertThat(comparison.pairProperty().get().orElseThrow().b().is(run.branches().currentProperty().get())).isTrue();
    comparison.watchedProperty().set(true);
    assertThat(found(STEPS).nodes()).anyMatch(node -> node.weightsApart() > 0);
    run.past().goTo(PAST + 1);
    found(PAST + 1);
    run.past().goTo(PAST);
    assertThat(found(PAST).nodes()).as("where they parted they are equal")
        .noneMatch(node -> node.weightsApart() > 0 || node.outputApart() > 0);
  }

  @Test
  void identicalTwinsDifferNowhere() {
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.twin"), project -> project));
    run.branches().comparison().watchedProperty().set(true);
    assertThat(found(STEPS).nodes()).noneMatch(node -> node.weightsApart() > 0 || node.outputApart() > 0);
  }

  @Test
  void whoTrainsOnComparesTheLastStepThatBothHave() {
    branchTwiceAsFast();
    run.branches().comparison().watchedProperty().set(true);
    found(STEPS);
    trainer.playSteps(5);
    standsAt(STEPS + 5);
    assertThat(found(STEPS).step()).isEqualTo(STEPS);
  }

  @Test
  void nothingIsComputedWhileNobodyWatches() {
    branchTwiceAsFast();
    pulse.tick();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("difference") || thread.getName()
        .equals("replay"));
    StepComparison comparison = run.branches().comparison();
    comparison.watchedProperty().set(true);
    found(STEPS);
    comparison.watchedProperty().set(false);
    assertThat(comparison.differenceProperty().get()).isEmpty();
    pulse.until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("replay")));
  }

  @Test
  void whatIsComparedEndsWithItsRuns() {
    branchTwiceAsFast();
    Run before = run.runProperty().get();
    run.restarts().reset();
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(run.branches().comparison().pairProperty().get()).isEmpty();
  }

  @Test
  void anotherNetworkBeginsANewTree() {
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.twin"), project -> project));
    Run before = run.runProperty().get();
    run.restarts().reset();
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(run.branches().all()).hasSize(1);
  }

  private static Edit<Project> rate(double rate) {
    return new Edit<>(Message.of("branch.rate", "x"), project -> project.withTraining(training -> training.withRate(rate)));
  }

  private double rate() {
    return document.project().training().rate();
  }

  private void changed(Runnable edit) {
    Run before = run.runProperty().get();
    edit.run();
    pulse.until(() -> run.runProperty().get() != before);
    standsAt(STEPS);
  }

  private void lookAt(long step) {
    run.past().goTo(step);
    standsAt(step);
  }

  @Test
  void undoOfABranchTakesUpTheRunThatItLeftAndRedoTheBranch() {
    String first = learned();
    double before = rate();
    lookAt(PAST);
    branch(rate(3 * before));
    String second = learned();
    document.apply(rate(5 * before));
    changed(() -> {
      document.undo();
      document.undo();
    });
    assertThat(learned()).isEqualTo(first);
    assertThat(rate()).isEqualTo(before);
    assertThat(run.branches().currentProperty().get().letter()).isEqualTo("A");
    changed(document::redo);
    assertThat(learned()).isEqualTo(second);
    assertThat(run.branches().all()).hasSize(2);
    assertThat(run.branches().currentProperty().get().letter()).isEqualTo("B");
  }

  @Test
  void undoOfAChangeOfBranchesChangesBack() {
    lookAt(PAST);
    branch(rate(3 * rate()));
    String second = learned();
    changed(() -> run.branching().switchTo(run.branches().all().get(0)));
    changed(document::undo);
    assertThat(learned()).isEqualTo(second);
  }

  @Test
  void theNextChangeOfAnyKindCanBeginABranchThatKeepsWhatStillFits() {
    lookAt(PAST);
    String then = learned();
    Node hidden = document.network().nodes().stream().filter(node -> node.layer() instanceof Dense).findFirst().orElseThrow();
    Dense wider = Dense.of(((Dense) hidden.layer()).units() + 3, Activation.TANH);
    run.branching().branchByNextEdit();
    document.edit(Message.of("edit.rename"), network -> network.with(hidden.id(), node -> node.withName("other")));
    pulse.tick();
    assertThat(run.branches().all()).as("a name makes no branch").hasSize(1);
    changed(() -> document.edit(Message.of("edit.any"), network -> network.with(hidden.id(), node -> node.withLayer(wider))));
    Run grown = run.runProperty().get();
    assertThat(run.branches().all()).hasSize(2);
    assertThat(run.branching().waitingProperty().get()).isFalse();
    assertThat(grown.checkpointLog().first()).isEqualTo(PAST);
    assertThat(grown.renewed()).contains(hidden.id());
    assertThat(run.snapshot().orElseThrow().step()).isEqualTo(STEPS);
    lookAt(PAST + 1);
    run.past().goTo(PAST - 5);
    standsAt(PAST);
    assertThat(learned()).as("of other shapes").isNotEqualTo(then);
    changed(document::undo);
    assertThat(run.branches().currentProperty().get().letter()).isEqualTo("A");
  }

  @Test
  void anotherActivationKeepsAllWeights() {
    lookAt(PAST);
    String then = learned();
    Node hidden = document.network().nodes().stream().filter(node -> node.layer() instanceof Dense).findFirst().orElseThrow();
    Dense bent = Dense.of(((Dense) hidden.layer()).units(), Activation.SIGMOID);
    branch(new Edit<>(Message.of("x"), project -> project.withNetwork(network -> network.with(hidden.id(), node -> node.withLayer(bent)))));
    assertThat(run.runProperty().get().renewed()).isEmpty();
    lookAt(PAST);
    assertThat(learned()).isEqualTo(then);
  }

  @Test
  void otherDataAreBranchedTo() {
    lookAt(PAST);
    branch(new Edit<>(Message.of("x"), project -> project.withData(project.data().withNoise(0.3))));
    assertThat(run.branches().all()).hasSize(2);
    assertThat(run.runProperty().get().data()).isNotSameAs(run.branches().all().get(0).checkpointLog().project());
    assertThat(run.runProperty().get().project().data().noise()).isEqualTo(0.3);
    changed(() -> run.branching().switchTo(run.branches().all().get(0)));
    assertThat(document.project().data().noise()).isNotEqualTo(0.3);
  }

  @Test
  void aBranchGoesOnAtTheRateOfItsStep() {
    double early = rate();
    document.apply(rate(4 * early));
    trainer.playSteps(10);
    standsAt(STEPS + 10);
    lookAt(PAST);
    Run before = run.runProperty().get();
    run.branching().branch(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withBatch(8))));
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(rate()).as("only the batch size is another").isEqualTo(early);
  }

  @Test
  void beforeItBeganABranchShowsTheRunThatItGrewFrom() {
    lookAt(PAST - 10);
    String early = learned();
    lookAt(PAST);
    branch(rate(3 * rate()));
    assertThat(run.branches().first()).isZero();
    lookAt(PAST - 10);
    assertThat(learned()).isEqualTo(early);
    lookAt(PAST);
    assertThat(run.snapshot().orElseThrow().measured()).as("the step that both share has its loss").isTrue();
    assertThat(run.history().log().step(0)).as("its curve goes on from the first run's").isEqualTo(1);
    assertThat(run.history().begins()).isEqualTo(PAST);
    assertThat(run.history().log().size()).isEqualTo(STEPS);
  }

  @Test
  void anEditOfANumberLeavesThePastAndAnotherNameDoesNot() {
    lookAt(PAST);
    int node = document.network().nodes().get(1).id();
    document.edit(Message.of("edit.rename"), network -> network.with(node, n -> n.withName("other")));
    pulse.tick();
    assertThat(run.past().present()).isTrue();
    document.apply(rate(2 * rate()));
    pulse.tick();
    assertThat(run.past().present()).as("the rate is one of steps to come").isFalse();
  }

  @Test
  void gradientNormsOfThePastEndAtItsStep() {
    float[] norms = new float[RecentValues.COUNT];
    assertThat(run.recentGradientNorms(0, norms)).isEqualTo(STEPS);
    float then = norms[(int) PAST - 1];
    lookAt(PAST);
    assertThat(run.recentGradientNorms(0, norms)).isEqualTo((int) PAST);
    assertThat(norms[(int) PAST - 1]).isEqualTo(then);
    assertThat(run.snapshot().orElseThrow().gradNorm(0)).isCloseTo(then, within(1e-6));
  }

  @Test
  void theLastGradientNormsOfABranchBeginWithThoseBeforeIt() {
    float[] before = new float[RecentValues.COUNT];
    assertThat(run.recentGradientNorms(0, before)).isEqualTo(STEPS);
    branch(rate(0.01));
    float[] after = new float[RecentValues.COUNT];
    assertThat(run.recentGradientNorms(0, after)).isEqualTo(STEPS);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aBranchCanBeGivenAName() {
    run.branches().rename(run.branches().all().get(0), " slow ");
    assertThat(run.branches().currentProperty().get().called()).isEqualTo("slow");
  }

  private Branch named(String letter) {
    return run.branches().all().stream().filter(branch -> branch.letter().equals(letter)).findFirst().orElseThrow();
  }

  private void grow(double factor) {
    lookAt(PAST);
    branch(rate(factor * rate()));
  }

  private String letters() {
    return run.branches().all().stream().map(Branch::letter).collect(Collectors.joining());
  }

  @Test
  void aRemovedBranchIsGoneFromListCurvesAndComparisonUntilItIsBroughtBack() {
    grow(2);
    grow(3);
    Branch second = named("B");
    run.branching().remove(second);
    assertThat(letters()).isEqualTo("AC");
    assertThat(run.branches().shown(second)).isFalse();
    run.branches().bringBack();
    assertThat(letters()).isEqualTo("ABC");
    assertThat(run.branches().shown(second)).isTrue();
    run.branching().remove(named("B"));
    assertThat(run.branches().comparison().pairProperty().get().orElseThrow().a().letter()).isEqualTo("A");
    assertThat(run.branches().comparison().pairProperty().get().orElseThrow().b().letter()).isEqualTo("C");
  }

  @Test
  void theRunThatTrainsIsNotRemoved() {
    grow(2);
    run.branching().remove(run.branches().currentProperty().get());
    assertThat(letters()).isEqualTo("AB");
    assertThat(run.branches().removedProperty().get()).isEmpty();
  }

  @Test
  void withoutTheRunThatItGrewFromABranchStillShowsItsEarlySteps() {
    lookAt(PAST - 10);
    String early = learned();
    grow(2);
    run.branching().remove(named("A"));
    lookAt(PAST - 10);
    assertThat(learned()).isEqualTo(early);
    assertThat(run.branches().comparison().pairProperty().get()).isEmpty();
    grow(3);
    assertThat(letters()).as("A is the one that B grew from, and no new one").isEqualTo("BC");
    assertThat(run.branches().removedProperty().get()).as("too late to bring it back").isEmpty();
  }

  @Test
  void thereIsRoomForAnotherAfterOneOfTheMostWasRemoved() {
    for (int i = 1; i < Branches.MOST; i++) {
      grow(1.1);
    }
    assertThat(run.branching().possible()).isFalse();
    run.branching().remove(named("C"));
    assertThat(run.branching().possible()).isTrue();
    grow(1.1);
    assertThat(letters()).isEqualTo("ABDEFGHC");
  }

  @Test
  void aBranchWithOtherDataIsJudgedOnItsOwn() {
    lookAt(PAST);
    branch(new Edit<>(Message.of("x"), project -> project.withData(project.data().withNoise(0.3))));
    run.branches().comparison().watchedProperty().set(true);
    RunDiff found = found(STEPS);
    assertThat(found.judged().only()).isEmpty();
    Metrics own = trainer.ask(session -> session.evaluate(Part.VALIDATION)).join().orElseThrow();
    assertThat(found.judged().b().scores()).isEqualTo(own);
    assertThat(found.judged().b().right() / (double) found.judged().b().answers()).isEqualTo(own.accuracy());
  }

  @Test
  void whoOrdersALaterEpochMovesTheEndOfTheRunAndNotThePlan() {
    document.apply(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withEpochs(5))));
    trainer.playTo(5);
    pulse.until(() -> !run.playing() && run.history().epochs().size() == 5);
    run.control().playTo(7);
    pulse.until(() -> !run.playing() && run.history().epochs().size() == 7);
    assertThat(run.control().lastEpoch()).isEqualTo(7);
    assertThat(document.project().training().epochs()).isEqualTo(5);
    assertThat(document.undoNameProperty().get()).contains(Message.of("x"));
  }
}
