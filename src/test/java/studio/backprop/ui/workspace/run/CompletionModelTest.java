package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Status.State;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

class CompletionModelTest {
  private static final int EPOCHS = 12;

  @TempDir private Path folder;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  /** A rate that is much too high: the last epoch is not the best. */
  @BeforeEach
  void train() throws Exception {
    Project circles = SampleProject.of("circles").withTraining(training -> training.withEpochs(EPOCHS).withRate(0.6));
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    assertThat(run.finish().sentence()).isEmpty();
    run.control().togglePlay();
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED && run.history().epochs().size() == EPOCHS);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private EpochRecord best() {
    return run.history().epochs().stream().min(Comparator.comparingDouble(epoch -> epoch.validation().loss())).orElseThrow();
  }

  @Test
  void theLossOfTheLastBatchIsTheMeanOfWhatWasLeft() {
    Project project = run.runProperty().get().project();
    assertThat(run.snapshot().orElseThrow().examples()).isEqualTo(600 % project.training().batch()).isEqualTo(24);
  }

  private double loss() {
    return trainer.ask(session -> session.evaluate(Part.VALIDATION).loss()).join().orElseThrow();
  }

  @Test
  void theEndSaysWhatTheRunHasComeToAndWhichEpochWasTheBest() {
    assertThat(best().epoch()).isLessThan(EPOCHS);
    EpochRecord last = run.history().epochs().get(EPOCHS - 1);
    assertThat(run.finish().sentence())
        .contains(Message.of("end.best", Message.of("end.accuracy", last.validation().accuracy()), best().epoch()));
    assertThat(run.finish().restorable()).isTrue();
  }

  @Test
  void theBestWeightsComeBackToTheBitAndCanBeTakenBack() {
    double last = loss();
    run.finish().restore();
    pulse.until(() -> run.finish().restored());
    assertThat(loss()).isEqualTo(best().validation().loss());
    assertThat(run.finish().sentence()).contains(Message.of("end.restored", best().epoch()));
    pulse.until(() -> run.shownWeights().step() == best().step());
    assertThat(run.finish().restorable()).isFalse();
    assertThat(run.snapshot().orElseThrow().epoch()).isEqualTo(EPOCHS);
    run.finish().takeBack();
    pulse.tick();
    assertThat(loss()).isEqualTo(last);
    pulse.until(() -> run.shownWeights().step() == run.snapshot().orElseThrow().step());
    assertThat(run.finish().restorable()).isTrue();
  }

  @Test
  void weightsThatEarlyStoppingHasTakenBackAreThoseOfTheBestEpochAlsoInAFile() throws Exception {
    Project patient = document.project().withTraining(training -> training.withPatience(3));
    run.files().open(() -> document.open(patient, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.history().isEmpty() && run.statusProperty().get().state() == State.PAUSED);
    run.control().togglePlay();
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED && run.history().epochs().size() > 3);
    long end = run.snapshot().orElseThrow().step();
    assertThat(best().step()).isLessThan(end);
    assertThat(run.shownWeights().step()).isEqualTo(best().step());
    assertThat(trainer.ask(session -> Replica.of(session, null).step()).join()).contains(best().step());
    Saved saved = run.files().toSave().get();
    assertThat(saved.progressed().orElseThrow().weightsStep(saved.parameters().orElseThrow())).isEqualTo(best().step());
    Run before = run.runProperty().get();
    run.files().open(() -> document.open(saved.project(), "circles", Optional.empty()), saved);
    pulse.until(() -> run.runProperty().get() != before && run.statusProperty().get().state() == State.FINISHED
        && run.snapshot().filter(seen -> seen.step() == end).isPresent());
    assertThat(run.shownWeights().step()).as("opened again").isEqualTo(best().step());
    run.control().stepBatch();
    pulse.until(() -> run.snapshot().filter(seen -> seen.step() == end + 1).isPresent());
    assertThat(run.shownWeights().step()).as("gone on from there").isEqualTo(end + 1);
  }

  /** Without early stopping the file keeps no other weights by which it could be told. */
  @Test
  void whichWeightsWereRestoredIsKnownWhenTheProjectIsOpenedAgain() throws Exception {
    run.finish().restore();
    pulse.until(() -> run.finish().restored());
    long end = run.snapshot().orElseThrow().step();
    EpochRecord best = best();
    Path file = folder.resolve("circles.backprop");
    ProjectFile.write(file, run.files().toSave().get());
    Saved saved = ProjectFile.read(file).saved();
    assertThat(saved.progressed().orElseThrow().weightsStep(saved.parameters().orElseThrow())).isEqualTo(best.step());
    Run before = run.runProperty().get();
    run.files().open(() -> document.open(saved.project(), "circles", Optional.empty()), saved);
    pulse.until(() -> run.runProperty().get() != before && run.statusProperty().get().state() == State.FINISHED
        && run.snapshot().filter(seen -> seen.step() == end).isPresent());
    assertThat(run.shownWeights().step()).isEqualTo(best.step());
    assertThat(run.finish().sentence()).contains(Message.of("end.restored", best.epoch()));
    assertThat(run.finish().restored()).as("the last weights are gone").isFalse();
    assertThat(run.finish().restorable()).isFalse();
    run.control().stepBatch();
    pulse.until(() -> run.snapshot().filter(seen -> seen.step() == end + 1).isPresent());
    assertThat(run.shownWeights().step()).as("gone on from there").isEqualTo(end + 1);
  }

  @Test
  void weightsThatComeTooLateDoNotReplaceThoseOfALaterEnd() {
    Run of = run.runProperty().get();
    long end = of.checkpointLog().newest();
    float[][] best = trainer.ask(session -> session.parameters().room()).join().orElseThrow();
    run.control().togglePlay();
    pulse.until(() -> run.statusProperty().get().state() == State.FINISHED && run.history().epochs().size() == 2 * EPOCHS);
    double later = loss();
    assertThat(trainer.run()).isSameAs(of);
    assertThat(trainer.replaceWeights(of, end, best, 1).join()).isEmpty();
    assertThat(loss()).isEqualTo(later);
    assertThat(trainer.replaceWeights(of, of.checkpointLog().newest(), best, 1).join()).isPresent();
  }

  @Test
  void whoPlaysOnGoesOnFromTheBestWeightsAndTheTimeMachineKnows() {
    run.finish().restore();
    pulse.until(() -> run.finish().restored());
    run.control().stepBatch();
    long end = (long) run.history().lastStep();
    pulse.until(() -> run.history().lastStep() == end + 1 && !run.playing());
    assertThat(run.finish().sentence()).isEmpty();
    String there = trainer.ask(session -> session.parameters().sha256()).join().orElseThrow();
    run.control().stepBatch();
    pulse.until(() -> run.history().lastStep() == end + 2 && !run.playing());
    run.past().goTo(end + 1);
    pulse.until(() -> run.snapshot().filter(seen -> seen.step() == end + 1).isPresent());
    assertThat(run.past().ask(session -> session.parameters().sha256()).join()).contains(there);
  }
}
