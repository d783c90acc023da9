package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

class WorkModelTest {
  /** More than are trained while a test lasts. */
  private static final int EPOCHS = 100_000;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  private long now;
  private final WorkModel work = new WorkModel(document, run, pulse, () -> now);

  @BeforeEach
  void open() throws Exception {
    Project circles = SampleProject.of("circles").withTraining(training -> training.withEpochs(EPOCHS));
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
  }

  @AfterEach
  void close() {
    work.close();
    run.close();
  }

  private void trainFor(int seconds) throws InterruptedException {
    run.control().speedProperty().set(100);
    run.control().togglePlay();
    pulse.until(run::playing);
    long step = run.snapshot().orElseThrow().step();
    pulse.until(() -> run.snapshot().orElseThrow().step() > step);
    now += TimeUnit.SECONDS.toNanos(seconds);
    pulse.tick();
    run.control().pause();
    pulse.until(() -> run.statusProperty().get().state() == Status.State.PAUSED);
  }

  private void edit() {
    document.edit(Message.of("edit.rate"), network -> network.with(2, node -> node.movedTo(1, 1)));
  }

  @Test
  void whatWasJustOpenedIsNotUnsaved() {
    assertThat(work.isUnsaved()).isFalse();
    assertThat(work.isWorthAsking()).isFalse();
  }

  @Test
  void trialsThatNoFileHoldsAreWorkThatWouldBeLost() {
    SearchRecord plan = SearchRecord.of(document.project(), SearchSettings.of(Space.NONE, SearchGoal.ACCURACY));
    run.files().searchProperty().set(Optional.of(plan));
    assertThat(work.isWorthAsking()).isFalse();
    run.files().searchProperty().set(Optional.of(plan.begun(Trial.begun(1, List.of(), 1, 1))));
    assertThat(work.editedProperty().get()).isTrue();
    assertThat(work.isWorthAsking()).isTrue();
    work.savedAt(work.moment());
    assertThat(work.editedProperty().get()).isFalse();
    run.files().searchProperty().set(Optional.empty());
    assertThat(work.isWorthAsking()).isTrue();
  }

  @Test
  void anEditIsUnsavedUntilItIsUndone() {
    edit();
    assertThat(work.isUnsaved()).isTrue();
    assertThat(work.isWorthAsking()).isTrue();
    document.undo();
    assertThat(work.isUnsaved()).isFalse();
  }

  @Test
  void aWeightSetByHandAndAUnitSwitchedOffAreEditsUntilTheyAreSaved() {
    assertThat(work.editedProperty().get()).isFalse();
    run.weights().set(2, "weight", 0, 0.5f, false);
    assertThat(work.editedProperty().get()).isTrue();
    work.savedAt(work.moment());
    assertThat(work.editedProperty().get()).isFalse();
    run.weights().switchUnit(2, 0, false);
    WorkModel.Moment written = work.moment();
    run.weights().switchUnit(2, 1, false);
    work.savedAt(written);
    assertThat(work.editedProperty().get()).as("the second came after").isTrue();
    assertThat(work.isWorthAsking()).isTrue();
  }

  @Test
  void aShortTrainingIsNoEdit() throws Exception {
    trainFor(10);
    assertThat(work.editedProperty().get()).isFalse();
  }

  @Test
  void aShortTrainingIsKeptButNotAskedAbout() throws Exception {
    trainFor(10);
    assertThat(work.isUnsaved()).isTrue();
    assertThat(work.isWorthAsking()).isFalse();
    trainFor(51);
    assertThat(work.isWorthAsking()).isTrue();
    assertThat(work.secondsTrained()).isEqualTo(61);
  }

  @Test
  void whatHappensWhileAFileIsWrittenStaysUnsaved() throws Exception {
    trainFor(70);
    WorkModel.Moment written = work.moment();
    trainFor(5);
    work.savedAt(written);
    assertThat(work.isUnsaved()).isTrue();
    assertThat(work.secondsTrained()).isEqualTo(5);
    work.savedAt(work.moment());
    assertThat(work.isUnsaved()).isFalse();
  }

  @Test
  void anotherProjectBeginsWithNothingUnsaved() throws Exception {
    trainFor(70);
    open();
    assertThat(work.isUnsaved()).isFalse();
    assertThat(work.secondsTrained()).isZero();
  }
}
