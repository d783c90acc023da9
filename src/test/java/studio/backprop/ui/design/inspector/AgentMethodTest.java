package studio.backprop.ui.design.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Sarsa;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** What a method has learned is not taken for what another one learns. */
class AgentMethodTest {
  private static final int STEPS = 200;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.plain()), pulse);

  @AfterEach
  void close() {
    run.close();
  }

  private long step() {
    return run.snapshot().map(Snapshot::step).orElse(-1L);
  }

  private boolean isSarsa() {
    return run.runProperty().get() != null && run.runProperty().get().project().assignment() instanceof Agent agent
        && agent.method() instanceof Sarsa;
  }

  private String weights() {
    return run.past().ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  @Test
  void anotherMethodBeginsWithTheFirstWeights() {
    run.files().open(() -> document.open(SampleProject.of("cliff"), "", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> step() == 0);
    run.control().steps(STEPS);
    pulse.until(() -> step() == STEPS && run.statusProperty().get().state() == Status.State.PAUSED);
    AgentModel model = new AgentModel(document, run);
    RecordKind<AgentMethod> sarsa = model.method().variants().stream().filter(kind -> kind.fresh() instanceof Sarsa).findFirst()
        .orElseThrow();
    model.method().choose(sarsa);
    pulse.until(() -> isSarsa() && step() == 0 && run.history().isEmpty());
    assertThat(weights()).isEqualTo(Session.initialParameters(document.project()).sha256());
    run.control().steps(1);
    pulse.until(() -> step() == 1);
    assertThat(isSarsa()).isTrue();
  }
}
