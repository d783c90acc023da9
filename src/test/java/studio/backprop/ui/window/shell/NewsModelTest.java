package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class NewsModelTest {
  private static final Message EDIT = Message.of("edit.rate");

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  private final NewsModel news = new NewsModel(document, run);

  @BeforeEach
  void learnALittle() throws Exception {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(4, Activation.TANH), 0, 0).add(Dense.of(4, Activation.TANH), 0, 0)
        .add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4)
            .wire(4, 5);
    Project project = new Project(network, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);
    run.files().open(() -> document.open(project, "", Optional.empty()), Optional.empty(), Optional.empty());
    run.control().stepBatch();
    pulse.until(() -> run.snapshot().isPresent() && run.snapshot().get().step() == 1 && run.statusProperty().get()
        .state() == Status.State.PAUSED);
  }

  @AfterEach
  void close() {
    news.close();
    run.close();
  }

  private String said() {
    return news.newsProperty().get().map(Texts.ENGLISH::say).orElse("");
  }

  @Test
  void aResetIsSaidUntilItIsTakenBackAndOpeningTheSameProjectIsNone() throws Exception {
    run.restarts().reset();
    assertThat(said()).isEqualTo("Training reset");
    news.undo();
    assertThat(said()).isEmpty();
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 1).isPresent());
    Project same = document.project().withNetwork(network -> network);
    run.files().open(() -> document.open(same, "", Optional.empty()), Optional.empty(), Optional.empty());
    assertThat(said()).isEmpty();
    assertThat(document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void aWeightThatIsSetByHandIsNoReset() {
    run.control().stepBatch();
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 1).isPresent());
    run.weights().set(2, "weight", 0, 1, false);
    assertThat(said()).isEmpty();
    assertThat(document.undoNameProperty().get()).isPresent();
    run.restarts().reset();
    run.weights().set(2, "weight", 0, 1, false);
    assertThat(said()).isEmpty();
  }

  @Test
  void whichLayersBeginWithNewWeightsIsSaidUntilItIsTakenBack() throws Exception {
    document.edit(EDIT, network -> network.with(4, node -> node.withLayer(Dense.of(2, Activation.SOFTMAX)))
        .with(5, node -> node.withLayer(Output.of(Loss.CROSS_ENTROPY))));
    pulse.until(() -> !said().isEmpty());
    assertThat(said()).isEqualTo("dense_3 was reinitialized; the other 2 layers keep their weights.");
    news.undo();
    assertThat(said()).isEmpty();
    pulse.until(() -> run.runProperty().get().project().equals(document.project()));
    assertThat(said()).isEmpty();
  }

  @Test
  void bothIsSaidOfAnEditThatRemovesOneNodeAndChangesTheNext() throws Exception {
    document.edit(EDIT, network -> network.with(3, node -> node.withLayer(Dense.of(6, Activation.TANH))));
    pulse.until(() -> !said().isEmpty());
    assertThat(said()).isEqualTo("2 layers were reinitialized; the other one keeps its weights.");
    document.edit(EDIT, network -> network.remove(List.of(3)));
    pulse.until(() -> run.runProperty().get().project().equals(document.project()));
    assertThat(said()).isEqualTo("1 node removed");
    document.edit(EDIT, network -> network.remove(List.of(2)));
    pulse.until(() -> run.runProperty().get().project().equals(document.project()));
    assertThat(said()).isEqualTo("1 node removed. dense_3 was reinitialized.");
  }

  /** A button that takes back nothing, or something else, would stand there. */
  @Test
  void onlyTheEditThatTheNewsAreAboutCanBeTakenBack() {
    assertThat(news.undoableProperty().get()).isFalse();
    document.edit(EDIT, network -> network.remove(List.of(3)));
    assertThat(news.undoableProperty().get()).isTrue();
    news.undo();
    assertThat(news.undoableProperty().get()).isFalse();
    document.redo();
    assertThat(news.undoableProperty().get()).isTrue();
  }

  @Test
  void removedNodesAreSaidButNotThoseThatUndoTakesAway() {
    document.edit(EDIT, network -> network.remove(List.of(2, 3, 4)));
    assertThat(said()).isEqualTo("3 nodes removed");
    news.undo();
    assertThat(said()).isEmpty();
    document.edit(EDIT, network -> network.add(Dense.of(4, Activation.TANH), 0, 0));
    news.undo();
    assertThat(said()).isEmpty();
  }

  @Test
  void anotherEditOrAnotherProjectEndsTheNews() {
    document.edit(EDIT, network -> network.remove(List.of(2)));
    document.edit(EDIT, network -> network.with(3, node -> node.movedTo(10, 10)));
    assertThat(said()).isEmpty();
    document.edit(EDIT, network -> network.remove(List.of(3)));
    run.files().open(() -> document.open(Project.EMPTY, "", Optional.empty()), Optional.empty(), Optional.empty());
    assertThat(said()).isEmpty();
  }
}
