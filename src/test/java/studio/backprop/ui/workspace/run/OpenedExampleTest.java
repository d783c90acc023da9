package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** An agent begins with the state from which it learns, whatever was open before; another project with its first example. */
class OpenedExampleTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);

  @AfterEach
  void close() {
    run.close();
  }

  private void open(String sample) {
    Project project = SampleProject.of(sample);
    run.files().open(() -> document.open(project, sample, Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.runProperty().get() != null && run.runProperty().get().project().equals(project) && run.snapshot().isPresent());
  }

  @Test
  void anAgentBeginsWithTheStateFromWhichItLearns() {
    open("circles");
    assertThat(run.observation().exampleProperty().get()).isEqualTo(Example.FIRST);
    open("cliff");
    assertThat(run.observation().exampleProperty().get()).isEqualTo(Example.LEARNED);
    trainer.playSteps(3);
    pulse.until(() -> run.snapshot().filter(seen -> seen.step() == 3).isPresent());
    assertThat(run.snapshot().orElseThrow().activations().example()).isEqualTo(Example.LEARNED);
    open("circles");
    assertThat(run.observation().exampleProperty().get()).isEqualTo(Example.FIRST);
  }
}
