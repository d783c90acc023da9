package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class ComparisonModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final ComparisonModel twins = new ComparisonModel(document, run, new ComparisonRunner(kernels, 2), pulse);
  private Project drawn;

  @BeforeEach
  void open() throws Exception {
    drawn = SampleProject.of("circles");
    run.files().open(() -> document.open(drawn, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    twins.open();
    pulse.until(() -> rests(State.PAUSED));
  }

  @AfterEach
  void close() {
    twins.close();
    run.close();
  }

  private boolean rests(State state) {
    return twins.statusProperty().get().number() == twins.start() && twins.statusProperty().get().state() == state
        && twins.lanes().stream().allMatch(lane -> lane.snapshot().isPresent());
  }

  private String sha() throws Exception {
    pulse.until(() -> run.statusProperty().get().state() == Status.State.PAUSED || run.statusProperty().get()
        .state() == Status.State.FINISHED);
    return run.trainer().ask(session -> session.parameters().sha256()).get().orElseThrow();
  }

  private long steps() throws Exception {
    return run.trainer().ask(Session::steps).get().orElseThrow();
  }

  @Test
  void aBatchAndAnEpochAreTakenByAllLanesTogether() {
    twins.stepBatch();
    pulse.until(() -> twins.step() == 1 && rests(State.PAUSED));
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && rests(State.PAUSED));
    assertThat(twins.lanes()).hasSize(4).allMatch(lane -> lane.snapshot().map(VariantSnapshot::step).orElse(0L) == twins.step());
    assertThat(twins.lanes()).allMatch(lane -> lane.epochs().size() == 1 && lane.loss().lastStep(lane.loss().size() - 1) == twins.step());
  }

  @Test
  void ofAgentsTheBestIsTheOneWithTheHighestGreedyReturn() throws Exception {
    Project cliff = SampleProject.of("cliff");
    run.files().open(() -> document.open(cliff, "cliff", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    twins.open();
    twins.setup().propose(Proposal.METHODS);
    pulse.until(() -> rests(State.PAUSED) && twins.lanes().size() == 2);
    twins.togglePlay();
    pulse.until(() -> rests(State.FINISHED));
    assertThat(twins.ranking().judged(0)).isEqualTo(-13);
    assertThat(twins.ranking().judged(1)).isLessThan(-13);
    assertThat(twins.lanes()).allMatch(lane -> lane.episodes().filter(known -> known.looks() == cliff.training().epochs()).isPresent());
    assertThat(twins.best()).hasValue(0);
  }

  @Test
  void theyRunToTheEndAndTheBestIsTheOneWithTheLowestValidationLoss() {
    twins.togglePlay();
    pulse.until(() -> rests(State.FINISHED));
    assertThat(twins.epoch()).isEqualTo(twins.lastEpoch()).isEqualTo(drawn.training().epochs());
    int best = twins.best().orElseThrow();
    for (int lane = 0; lane < 4; lane++) {
      assertThat(twins.ranking().judged(best)).isLessThanOrEqualTo(twins.ranking().judged(lane));
    }
  }

  @Test
  void whatThrowsEndsTheLanesWithASentenceAndTheNextStartTrains() {
    twins.watch(Optional.of(lanes -> {
      throw new IllegalStateException("seen too much");
    }));
    twins.togglePlay();
    pulse.until(() -> twins.refused().isPresent());
    assertThat(twins.refused().orElseThrow()).isEqualTo(Message.of("trainer.failed", "seen too much"));
    twins.watch(Optional.empty());
    twins.reset();
    pulse.until(() -> rests(State.PAUSED));
    twins.togglePlay();
    pulse.until(() -> rests(State.FINISHED));
    assertThat(twins.epoch()).isEqualTo(drawn.training().epochs());
  }

  @Test
  void theSameStartGivesTheSameNumbersAgain() {
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && rests(State.PAUSED));
    double before = twins.ranking().judged(2);
    twins.reset();
    pulse.until(() -> rests(State.PAUSED));
    assertThat(twins.step()).isZero();
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && rests(State.PAUSED));
    assertThat(twins.ranking().judged(2)).isEqualTo(before);
  }

  @Test
  void oneThatIsNotThereIsNotKept() {
    CompletableFuture<Boolean> kept = twins.keep(4, "E");
    pulse.until(kept::isDone);
    assertThat(kept.join()).isFalse();
    assertThat(document.project()).isEqualTo(drawn);
    assertThat(twins.unkept()).as("it is said").contains(Message.of("twins.unkept", "E", Message.of("twins.unkept.none")));
    kept = twins.keep(2, "Learning rate 0.12");
    pulse.until(kept::isDone);
    assertThat(kept.join()).isTrue();
    assertThat(twins.unkept()).isEmpty();
    assertThat(document.project().training().rate()).isEqualTo(0.12);
  }

  @Test
  void keepingOneMakesItTheProjectWithItsWeightsInOneEditAndUndoGivesBackTheOthers() throws Exception {
    run.trainer().playSteps(5);
    pulse.until(() -> run.history().lastStep() == 5 && run.statusProperty().get().state() == Status.State.PAUSED);
    String before = sha();
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && rests(State.PAUSED));
    double loss = twins.lanes().get(2).snapshot().orElseThrow().loss();
    long step = twins.step();
    twins.keep(2, "Learning rate 0.12");
    pulse.until(() -> document.project().training().rate() == 0.12);
    pulse.until(() -> run.history().lastStep() == step);
    assertThat(run.history().loss().last()).isEqualTo(loss);
    assertThat(run.history().epochs()).hasSize(1);
    assertThat(steps()).isEqualTo(step);
    String kept = sha();
    assertThat(kept).isNotEqualTo(before);

    document.undo();
    assertThat(document.project()).isEqualTo(drawn);
    pulse.until(() -> run.history().lastStep() == 5);
    assertThat(sha()).isEqualTo(before);
    assertThat(steps()).isEqualTo(5);

    document.redo();
    pulse.until(() -> run.history().lastStep() == step);
    assertThat(sha()).isEqualTo(kept);
  }

  @Test
  void theKeptVariantTrainsOnAsItWouldHaveInItsLane() throws Exception {
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && rests(State.PAUSED));
    twins.keep(3, "Learning rate 0.48");
    pulse.until(() -> document.project().training().rate() == 0.48);
    pulse.until(() -> run.history().lastStep() == twins.step());
    run.control().stepBatch();
    pulse.until(() -> run.history().lastStep() == twins.step() + 1);
    twins.stepBatch();
    long next = twins.step() + 1;
    pulse.until(() -> twins.step() == next && rests(State.PAUSED));
    assertThat(run.history().loss().last()).isEqualTo(twins.lanes().get(3).snapshot().orElseThrow().loss());
  }

  @Test
  void aVariantThatWasPlayedPastItsEndIsKeptWithTheEpochsThatItWasToRun() throws Exception {
    twins.togglePlay();
    pulse.until(() -> rests(State.FINISHED));
    twins.stepEpoch();
    int done = drawn.training().epochs() + 1;
    pulse.until(() -> twins.epoch() == done && rests(State.PAUSED));
    int planned = (int) twins.lastEpoch();
    twins.keep(2, "Learning rate 0.12");
    pulse.until(() -> document.project().training().rate() == 0.12);
    pulse.until(() -> run.history().lastStep() == twins.step() && run.history().epochs().size() == done);
    assertThat(document.project().training().epochs()).isEqualTo(planned).isEqualTo(2 * drawn.training().epochs());
    document.undo();
    assertThat(document.project()).isEqualTo(drawn);
  }
}
