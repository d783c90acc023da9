package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.network.Wire;
import studio.backprop.project.Project;
import studio.backprop.run.Status.State;
import studio.backprop.run.SuspendedRun;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** An edit ends a run; undo brings the whole run back. */
class SuspendedRunsTest {
  private static final int EPOCHS = 40;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  @BeforeEach
  void train() throws Exception {
    Project circles = SampleProject.of("circles").withTraining(training -> training.withEpochs(EPOCHS));
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    run.control().togglePlay();
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED && run.history().epochs().size() == EPOCHS);
  }

  @AfterEach
  void close() {
    run.close();
  }

  /** All that can be seen of a run. */
  private record Seen(
      String weights, long step, int epoch, int lastEpoch, List<EpochRecord> epochs, double loss, double lossThere, int points, long first,
      int checkpoints,
      int moments, double gradient, int number) {}

  private Seen seen() {
    CheckpointLog checkpointLog = run.runProperty().get().checkpointLog();
    return new Seen(
        weights(), run.snapshot().orElseThrow().step(),
        run.snapshot().orElseThrow().epoch(), run.control().lastEpoch(), List.copyOf(run.history().epochs()), run.history().loss().last(),
        trainer.ask(session -> session.loss()).join().orElseThrow(), run.history().log().size(), run.branches().first(),
        checkpointLog.checkpoints().length, run.runProperty().get().histogramLog().all().size(), run.history().gradientNorm(0).last(),
        run.history().number());
  }

  /** A layer is dropped into the wire that leads to the last one. */
  private void dropLayer() {
    document.edit(Message.of("x"), network -> {
      Wire wire = network.wires().get(0);
      Network more = network.add(Dense.of(4, Activation.RELU), 0, 0);
      return more.insert(more.nodes().get(more.nodes().size() - 1).id(), wire);
    });
    assertThat(document.ready()).isTrue();
  }

  private void settles(long step) {
    pulse.until(() -> !run.playing() && run.snapshot().filter(now -> now.step() == step).isPresent());
  }

  @Test
  void undoOfADroppedLayerGivesTheWholeRunBack() {
    Seen before = seen();
    dropLayer();
    settles(0);
    assertThat(run.history().epochs()).isEmpty();
    document.undo();
    settles(before.step());
    assertThat(seen()).isEqualTo(before);
    assertThat(run.statusProperty().get().state()).isEqualTo(State.FINISHED);
    assertThat(run.earlier()).doesNotContain(run.history());
    run.past().goTo(17);
    settles(17);
  }

  @Test
  void undoGivesBackTheWeightsThatAFileHoldsWithoutTheCurves() throws Exception {
    Saved whole = run.files().toSave().get();
    Saved bare = new Saved(whole.project(), whole.parameters(), whole.progressed());
    run.files().open(() -> document.open(bare.project(), "circles", Optional.empty()), bare);
    long step = whole.progressed().orElseThrow().step();
    pulse.until(() -> run.history().isEmpty());
    settles(step);
    String before = weights();
    dropLayer();
    settles(0);
    document.undo();
    settles(step);
    assertThat(weights()).isEqualTo(before);
    run.restarts().reset();
    settles(0);
    document.undo();
    settles(step);
    assertThat(weights()).isEqualTo(before);
  }

  private String weights() {
    return trainer.ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  @Test
  void redoGivesBackWhatTheOtherNetworkHasLearned() {
    Seen first = seen();
    dropLayer();
    settles(0);
    trainer.playSteps(25);
    settles(25);
    Seen second = seen();
    document.undo();
    settles(first.step());
    document.redo();
    settles(25);
    assertThat(seen()).isEqualTo(second);
    document.undo();
    settles(first.step());
    assertThat(seen()).isEqualTo(first);
  }

  @Test
  void aResetIsTakenBackAndMadeAgain() {
    Seen before = seen();
    run.restarts().reset();
    settles(0);
    assertThat(run.history().epochs()).isEmpty();
    assertThat(document.undoNameProperty().get()).contains(Message.of("edit.reset"));
    trainer.playSteps(3);
    settles(3);
    Seen anew = seen();
    document.undo();
    settles(before.step());
    assertThat(seen()).isEqualTo(before);
    document.redo();
    settles(3);
    assertThat(seen()).isEqualTo(anew);
  }

  @Test
  void aResetBeforeTheFirstStepLeavesNothingToTakeBack() {
    run.restarts().reset();
    settles(0);
    run.restarts().reset();
    settles(0);
    document.undo();
    settles(EPOCHS * run.runProperty().get().batchesPerEpoch());
    assertThat(document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void aRunThatComesBackGoesOnAsItWouldHave() throws Exception {
    Saved saved = run.files().toSave().get();
    dropLayer();
    document.undo(); // and at once
    run.control().togglePlay();
    pulse.until(() -> run.history().epochs().size() == 2 * EPOCHS);
    String gone = trainer.ask(session -> session.parameters().sha256()).join().orElseThrow();
    run.files().open(() -> document.open(saved.project(), "circles", Optional.empty()), saved);
    pulse.until(() -> run.history().epochs().size() == EPOCHS);
    run.control().togglePlay();
    pulse.until(() -> run.history().epochs().size() == 2 * EPOCHS);
    assertThat(trainer.ask(session -> session.parameters().sha256()).join()).contains(gone);
  }

  @Test
  void aBrokenNetworkThatIsMendedByUndoHasItsRun() {
    Seen before = seen();
    document.edit(Message.of("x"), network -> network.unwire(network.wires().get(0).from(), network.wires().get(0).to()));
    assertThat(document.ready()).isFalse();
    pulse.until(() -> run.statusProperty().get().state() == State.IDLE);
    document.undo();
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED);
    settles(before.step());
    assertThat(seen()).isEqualTo(before);
  }

  @Test
  void anotherSeedCanBeUndoneToo() {
    Seen before = seen();
    run.restarts().newWeights();
    settles(0);
    document.undo();
    settles(before.step());
    assertThat(seen()).isEqualTo(before);
  }

  @Test
  void undoBringsBackTheBranchesToo() {
    run.past().goTo(50);
    settles(50);
    long end = run.present().orElseThrow().step();
    run.branching().branch(new Edit<>(Message.of("y"), project -> project.withTraining(training -> training.withRate(0.001))));
    pulse.until(() -> run.branches().all().size() == 2);
    settles(end);
    dropLayer();
    settles(0);
    assertThat(run.branches().all()).hasSize(1);
    document.undo();
    settles(end);
    assertThat(run.branches().all()).extracting(Branch::letter).containsExactly("A", "B");
    run.branching().switchTo(run.branches().all().get(0));
    pulse.until(() -> run.branches().currentProperty().get() != null && run.branches().currentProperty().get().letter().equals("A"));
  }

  @Test
  void aRunThatDoesNotComeBackIsLetGo() {
    SuspendedRuns left = new SuspendedRuns();
    Project project = document.project();
    left.leave(project, CompletableFuture.completedFuture(trainer.stand().join()), false);
    CompletableFuture<Boolean> came = new CompletableFuture<>();
    left.takeBack(project).orElseThrow().ordered(came);
    left.look();
    left.settle(List.of());
    assertThat(left.checkpointLogs()).as("it may still come, and counts").hasSize(1);
    came.complete(false);
    left.look();
    left.settle(List.of());
    assertThat(left.checkpointLogs()).isEmpty();
    assertThat(left.returned(run.runProperty().get())).isEmpty();
  }

  @Test
  void aRunThatIsLeftAgainBeforeItWasSeenStillHasWhatWasMeasured() {
    SuspendedRuns left = new SuspendedRuns();
    Project project = document.project();
    CompletableFuture<Optional<SuspendedRun>> stood = CompletableFuture.completedFuture(trainer.stand().join());
    left.leave(project, stood, false);
    left.measured(run.runProperty().get(), run.history(), SuspendedRuns.Tree.NONE);
    left.takeBack(project).orElseThrow().ordered(CompletableFuture.completedFuture(true));
    left.leave(project, stood, false);
    left.look();
    left.settle(List.of());
    assertThat(left.takeBack(project).orElseThrow().history()).contains(run.history());
  }

  @Test
  void theTrainerSaysWhetherARunHasComeBack() {
    Project project = document.project();
    CompletableFuture<Optional<SuspendedRun>> tooLarge = CompletableFuture.completedFuture(Optional.empty());
    assertThat(trainer.comeBack(project, tooLarge, Branching::toEnd).join()).isFalse();
    assertThat(trainer.comeBack(project, trainer.stand(), Branching::toEnd).join()).isTrue();
    Project without = project.withData(DataSettings.of("no such data"));
    assertThat(trainer.comeBack(without, trainer.stand(), Branching::toEnd).join()).isFalse();
  }

  @Test
  void aRunThatIsLeftAgainBeforeItWasSeenKeepsItsCurves() {
    Seen first = seen();
    dropLayer();
    settles(0);
    trainer.playSteps(25);
    settles(25);
    dropLayer();
    settles(0);
    document.undo();
    document.undo();
    settles(first.step());
    document.redo();
    settles(25);
    assertThat(run.history().log().size()).isEqualTo(25);
    document.undo();
    settles(first.step());
    assertThat(seen()).isEqualTo(first);
  }

  @Test
  void onlyTheLastFewRunsAreKeptAndOpeningLetsGoOfThem() {
    for (int i = 0; i < 2 * SuspendedRuns.MOST; i++) {
      dropLayer();
      settles(0);
      trainer.playSteps(5 + i);
      settles(5 + i);
    }
    int last = 5 + 2 * SuspendedRuns.MOST - 1;
    assertThat(run.branches().checkpointLogs()).hasSize(SuspendedRuns.MOST + 1);
    IntStream.rangeClosed(1, SuspendedRuns.MOST).forEach(i -> {
      document.undo();
      settles(last - i);
      assertThat(run.history().lastStep()).isEqualTo(last - i);
    });
    document.undo();
    settles(0); // let go: only weights that still fit are there
    Project now = document.project();
    run.files().open(() -> document.open(now, "", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.branches().checkpointLogs().size() == 1);
  }
}
