package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Edit;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.run.Run;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** A branch of an agent changes one thing: what was turned later in the run that it leaves is not turned in it. */
class AgentBranchingTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  @AfterEach
  void close() {
    run.close();
  }

  private void standsAt(long step) {
    pulse.until(() -> !run.playing() && run.snapshot().filter(seen -> seen.step() == step).isPresent());
  }

  private void play(long to) {
    trainer.playSteps(10);
    standsAt(to);
  }

  private static double epsilon(Project project) {
    return ((ValueMethod) ((Agent) project.assignment()).method()).epsilon();
  }

  private static Edit<Project> exploring(double epsilon) {
    return new Edit<>(Message.of("x"), project -> project.withAssignment(now -> {
      Agent agent = (Agent) now;
      return agent.withMethod(((ValueMethod) agent.method()).exploring(epsilon, epsilon, 1));
    }));
  }

  /** ε was turned at step 10: before it is what it was, from just there on what it was turned to. */
  @ParameterizedTest
  @CsvSource({"7, 0.1", "10, 0.7", "12, 0.7"})
  void itExploresAsAtItsStep(long step, double expected) {
    Project cliff = SampleProject.of("cliff");
    assertThat(epsilon(cliff)).isEqualTo(0.1);
    run.files().open(() -> document.open(cliff, "cliff", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    play(10);
    document.apply(exploring(0.7));
    play(20);
    document.apply(exploring(0.3));
    document.apply(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withRate(0.25))));
    play(30);
    run.past().goTo(step);
    standsAt(step);
    Run before = run.runProperty().get();
    run.branching().branch(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withSeed(7))));
    pulse.until(() -> run.runProperty().get() != before);
    assertThat(epsilon(document.project())).isEqualTo(expected);
    assertThat(document.project().training().rate()).as("only the seed is another").isEqualTo(cliff.training().rate());
  }
}
