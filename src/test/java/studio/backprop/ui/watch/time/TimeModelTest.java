package studio.backprop.ui.watch.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.watch.time.TimeModel.State;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class TimeModelTest {
  private static final long STEPS = 70;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final TimeModel model = new TimeModel(run);

  @BeforeEach
  void open() throws Exception {
    Project circles = SampleProject.of("circles");
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> model.stateProperty().get() == State.EMPTY);
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  private void train() {
    trainer.playSteps(STEPS);
    pulse.until(() -> !run.playing() && model.stateProperty().get() == State.LIVE && model.newest() == STEPS);
  }

  private void standsAt(long step) {
    pulse.until(() -> model.stands(step));
  }

  @Test
  void beforeTheFirstStepThereIsNothingToGoBackTo() {
    assertThat(model.placeProperty().get()).isEqualTo(Message.of("time.empty"));
    model.go(-1);
    assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
  }

  @Test
  void arrowsGoByStepsAndEpochsAndTheNewestStepIsThePresent() {
    train();
    long each = model.batchesPerEpoch();
    model.go(-1);
    standsAt(STEPS - 1);
    assertThat(model.placeProperty().get()).isEqualTo(Message.of("time.past", STEPS - 1, STEPS));
    model.goEpoch(-1);
    long end = (STEPS - 2) / each * each;
    standsAt(end);
    model.goEpoch(-1);
    standsAt(end - each);
    model.goTo(-5);
    standsAt(0);
    model.goTo(STEPS + 5);
    assertThat(model.stateProperty().get()).isEqualTo(State.LIVE);
  }

  @Test
  void aBranchWithoutStepsOfItsOwnHasThoseOfTheRunThatItGrewFrom() {
    train();
    Run before = run.runProperty().get();
    run.branching().branch(Variants.twin());
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(model.stateProperty().get()).isEqualTo(State.LIVE);
    assertThat(model.first()).isZero();
    assertThat(model.branchingProperty().get()).isTrue();
  }

  @Test
  void aNoticeIsSaidUntilTrainingGoesOn() {
    train();
    model.notice(Message.of("lapse.saved", 3, "a.gif"));
    assertThat(model.placeProperty().get().key()).isEqualTo("lapse.saved");
    trainer.playSteps(1);
    pulse.until(() -> model.newest() == STEPS + 1 && model.placeProperty().get().key().equals("time.live"));
  }

  @Test
  void inThePresentTheKnobStandsAtTheEndOfTheLineHoweverFarTrainingHasGone() {
    train();
    TimelineRows rows = new TimelineRows(model);
    rows.look();
    rows.between(0, 300);
    trainer.playSteps(STEPS);
    pulse.until(() -> model.newest() > STEPS + 2); // since the last look
    assertThat(rows.x(rows.at())).isEqualTo(300);
    assertThat(rows.x(rows.end(rows.rows().get(0)))).isEqualTo(300);
  }
}
