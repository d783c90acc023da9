package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class StatusModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.plain()), pulse);
  private final StatusModel status = new StatusModel(document, run, new Lang(Texts.ENGLISH));

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aTrainingUnderWayPausedOrFinishedIsSaid() {
    Project circles = SampleProject.of("circles").withTraining(training -> training.withEpochs(2));
    run.files().open(() -> document.open(circles, "", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && status.state().get().equals("Ready to train"));
    run.control().stepBatch();
    pulse.until(() -> !run.history().isEmpty() && status.state().get().equals("Paused"));
    run.control().togglePlay();
    pulse.until(() -> status.state().get().equals("Training finished"));
    run.restarts().reset();
    pulse.until(() -> status.state().get().equals("Ready to train"));
  }

  @Test
  void aValidNetworkWithNodesThatNothingReadsSaysSo() {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
        .wire(1, 2).wire(2, 3);
    document.open(new Project(network, DataSettings.of("circles"), Optional.empty(), Project.EMPTY.training()), "", Optional.empty());
    assertThat(status.state().get()).isEqualTo("Ready to train");
    assertThat(status.cautious().get()).isFalse();
    document.edit(Message.of("edit.into"), n -> n.add(Dense.of(4, Activation.RELU), 0, 0).wire(1, 4).add(Dense.of(4, Activation.RELU), 0, 0)
        .wire(1, 5));
    assertThat(status.state().get()).isEqualTo("Ready to train, but nothing reads dense_2, dense_3");
    assertThat(status.healthy().get()).as("it can train").isTrue();
    assertThat(status.cautious().get()).isTrue();
  }
}
