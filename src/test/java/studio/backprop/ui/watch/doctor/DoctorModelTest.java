package studio.backprop.ui.watch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthMonitor;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class DoctorModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  private final DoctorModel doctor = new DoctorModel(document, run, pulse);

  private static Project wine(Scaling scaling) {
    Network network = Network.EMPTY
        .add(Input.row(13), 0, 0).add(Dense.of(8, Activation.RELU), 0, 0).add(Dense.of(3, Activation.SOFTMAX), 0, 0)
        .add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
    return new Project(network, DataSettings.of("wine").withScaling(scaling), Optional.empty(), TrainingSettings.STANDARD.withRate(0.003)
        .withEpochs(500));
  }

  @BeforeEach
  void open() throws Exception {
    train(wine(Scaling.NONE));
  }

  private void train(Project project) throws Exception {
    run.files().open(() -> document.open(project, "wine", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> doctor.stepProperty().get() == 0 && run.snapshot().isPresent() && run.statusProperty().get()
        .state() == Status.State.PAUSED);
    run.trainer().playSteps(HealthMonitor.EVERY);
    pulse.until(() -> doctor.stepProperty().get() == HealthMonitor.EVERY);
  }

  @AfterEach
  void close() {
    doctor.close();
    run.close();
  }

  private Finding scaling() {
    return doctor.findingsProperty().get().stream().filter(finding -> finding.kind() == Kind.BAD_SCALING).findFirst().orElseThrow();
  }

  @Test
  void ofAHealthyRunNothingIsSaid() throws Exception {
    assertThat(doctor.findingsProperty().get()).isNotEmpty();
    train(wine(Scaling.STANDARDIZE));
    assertThat(doctor.findingsProperty().get()).isEmpty();
  }

  @Test
  void anExperimentChangesNothingUntilItIsKeptWithOneEdit() throws Exception {
    doctor.attempt(scaling(), scaling().experiments().get(0));
    pulse.until(() -> doctor.attemptProperty().get().filter(attempt -> !attempt.running()).isPresent());
    RunningExperiment made = doctor.attemptProperty().get().orElseThrow();
    assertThat(made.twin().orElseThrow().b().loss()).isLessThan(made.twin().orElseThrow().a().loss());
    assertThat(document.project().data().scaling()).isEqualTo(Scaling.NONE);
    List<Scaling> seen = new ArrayList<>();
    doctor.onKept(() -> seen.add(document.project().data().scaling()));
    doctor.keep(true);
    assertThat(document.project().data().scaling()).isEqualTo(Scaling.STANDARDIZE);
    assertThat(seen).containsExactly(Scaling.STANDARDIZE);
    assertThat(doctor.attemptProperty().get()).isEmpty();
    document.undo();
    assertThat(document.project().data().scaling()).isEqualTo(Scaling.NONE);
  }

  @Test
  void whoLooksAtAPastStepIsToldWhatWasFoundThere() throws Exception {
    run.trainer().playSteps(HealthMonitor.EVERY);
    pulse.until(() -> doctor.stepProperty().get() == 2 * HealthMonitor.EVERY);
    pulse.until(() -> run.runProperty().get().checkpointLog().newest() == 2 * HealthMonitor.EVERY && !run.playing());
    run.past().goTo(HealthMonitor.EVERY + 10);
    pulse.until(() -> doctor.stepProperty().get() == HealthMonitor.EVERY);
    assertThat(scaling().kind()).isEqualTo(Kind.BAD_SCALING);
    run.past().goTo(HealthMonitor.EVERY / 2);
    pulse.until(() -> doctor.stepProperty().get() == 0);
    assertThat(doctor.findingsProperty().get()).isEmpty();
    assertThat(doctor.lookedBackToProperty().get()).contains(HealthMonitor.EVERY / 2L);
    run.past().leave();
    pulse.until(() -> doctor.stepProperty().get() == 2 * HealthMonitor.EVERY);
    assertThat(doctor.lookedBackToProperty().get()).isEmpty();
    assertThat(doctor.findingsProperty().get()).isNotEmpty();
  }

  @Test
  void anExperimentThatIsDroppedLeavesAllAsItWas() throws Exception {
    doctor.attempt(scaling(), scaling().experiments().get(0));
    doctor.drop();
    pulse.tick();
    assertThat(doctor.attemptProperty().get()).isEmpty();
    assertThat(document.project()).isEqualTo(wine(Scaling.NONE));
  }
}
