package studio.backprop.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Edit;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.train.Project;
import studio.backprop.train.Run;
import studio.backprop.train.Session;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.ManualPulse;

class BranchesTest {
  private static final int STEPS = 90;
  private static final long PAST = 37;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  @BeforeEach
  void train() throws Exception {
    try (InputStream in = Sample.find("circles").orElseThrow().open()) {
      Project circles = ProjectFile.read("circles", in).saved().project();
      run.open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    }
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
    run.branches().branch(change);
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
    run.playTo(1000);
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
    assertThat(run.runProperty().get().tape().first()).isEqualTo(PAST);
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
    run.branches().switchTo(run.branches().all().get(0));
    pulse.until(() -> run.runProperty().get().tape() == left.tape());
    standsAt(STEPS);
    assertThat(learned()).isEqualTo(first);
    assertThat(document.project().training().rate()).isEqualTo(rate);
    assertThat(run.present().orElseThrow().measured()).as("its last step can be seen").isTrue();
    assertThat(run.course().number()).isEqualTo(1);
    run.past().goTo(PAST);
    standsAt(PAST);
  }

  @Test
  void twoBranchesAreComparedNodeByNodeAtTheStepThatIsLookedAt() {
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.rate", "1"), project -> project.withTraining(training -> training.withRate(2 * training.rate()))));
    Comparison comparison = run.branches().comparison();
    comparison.with(run.branches().all().get(0));
    pulse.until(() -> comparison.findingProperty().get().isPresent());
    assertThat(comparison.findingProperty().get().orElseThrow().differences()).anyMatch(difference -> difference.weights() > 0);
    run.past().goTo(PAST);
    standsAt(PAST);
    pulse.until(() -> comparison.findingProperty().get().filter(found -> found.step() == PAST).isPresent());
    assertThat(comparison.findingProperty().get().orElseThrow().differences())
        .allMatch(difference -> !(difference.weights() > 0), "where they parted they are equal");
  }

  @Test
  void anotherNetworkBeginsANewTree() {
    run.past().goTo(PAST);
    standsAt(PAST);
    branch(new Edit<>(Message.of("branch.twin"), project -> project));
    Run before = run.runProperty().get();
    run.reset();
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(run.branches().all()).hasSize(1);
  }
}
