package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.RunWatcher;
import studio.backprop.run.Status.State;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Training goes on after its end; the project keeps the epochs that were planned. */
class GoingOnTest {
  private static final int EPOCHS = 10;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);

  @BeforeEach
  void train() throws Exception {
    Project circles = SampleProject.of("circles").withTraining(training -> training.withEpochs(EPOCHS));
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    run.control().togglePlay();
    endsAt(EPOCHS);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void endsAt(int epoch) {
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED && run.history().epochs().size() == epoch);
    assertThat(run.control().lastEpoch()).isEqualTo(epoch);
  }

  @Test
  void eachPressOfPlayAddsThePlannedEpochsOnceAndTheFileKeepsThem() throws Exception {
    for (int times = 2; times <= 4; times++) {
      run.control().togglePlay();
      endsAt(times * EPOCHS);
    }
    assertThat(document.project().training().epochs()).isEqualTo(EPOCHS);
    assertThat(document.changedProperty().get()).isFalse();
    assertThat(document.undoNameProperty().get()).isEmpty();
    assertThat(run.files().toSave().get().project().training().epochs()).isEqualTo(EPOCHS);
  }

  /** Pauses the training at the end of an epoch. */
  private record PauseAfter(int epoch) implements RunWatcher {
    @Override
    public boolean stepped(Session session) {
      return session.epoch() >= epoch;
    }

    @Override
    public void rested(Session session) {}
  }

  @Test
  void whatWasSavedBetweenGoesOnToTheSameEnd(@TempDir Path folder) throws Exception {
    run.trainer().watch(Optional.of(new PauseAfter(EPOCHS + 1)));
    run.control().playTo(2 * EPOCHS);
    pulse.until(() -> run.history().epochs().size() > EPOCHS && run.statusProperty().get().state() == State.PAUSED);
    run.trainer().watch(Optional.empty());
    Path file = folder.resolve("between.backprop");
    ProjectFile.write(file, run.files().toSave().get());
    Saved saved = ProjectFile.read(file).saved();
    run.files().open(() -> document.open(saved.project(), "between", Optional.empty()), saved);
    pulse.until(() -> run.history().epochs().size() > EPOCHS);
    assertThat(run.control().lastEpoch()).isEqualTo(2 * EPOCHS);
    assertThat(run.statusProperty().get().state()).isEqualTo(State.PAUSED);
    assertThat(run.finish().sentence()).isEmpty();
    run.control().togglePlay();
    endsAt(2 * EPOCHS);
  }

  @Test
  void aRateThatIsSetOnTheWayDoesNotEndIt() {
    run.control().togglePlay();
    endsAt(2 * EPOCHS);
    run.control().stepBatch();
    pulse.until(() -> run.statusProperty().get().state() == State.PAUSED && run.control().lastEpoch() == 2 * EPOCHS + 1);
    document.apply(new Edit<>(Message.of("edit.rate"), project -> project.withTraining(training -> training.withRate(0.001))));
    pulse.tick();
    run.control().stepEpoch();
    endsAt(2 * EPOCHS + 1);
  }

  @Test
  void whoPlansMoreEpochsGetsThem() {
    run.control().togglePlay();
    endsAt(2 * EPOCHS);
    document.apply(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withEpochs(25))));
    pulse.until(() -> run.control().lastEpoch() == 25 && run.statusProperty().get().state() == State.PAUSED);
    run.control().togglePlay();
    endsAt(25);
    run.restarts().reset();
    pulse.until(() -> run.history().isEmpty());
    assertThat(run.control().lastEpoch()).isEqualTo(25);
  }

  @Test
  void whatWasPlayedOnIsListedWithItsStep() {
    long end = (long) run.history().lastStep();
    run.control().togglePlay();
    endsAt(2 * EPOCHS);
    assertThat(run.history().project().training().epochs()).isEqualTo(EPOCHS);
    assertThat(run.history().adjustments()).singleElement().satisfies(one -> {
      assertThat(one.step()).isEqualTo(end);
      assertThat(one.epochs()).isEqualTo(2 * EPOCHS);
    });
  }
}
