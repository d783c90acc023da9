package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.window.shell.TransportModel.Grain;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** An agent's steps: to where it acts again, to where it has learned once, to the end of an episode, to the next evaluation. */
class AgentStepsTest {
  private static final int ROUND = 6;
  private static final int EVERY = 30;
  private static final int WARM_UP = 40;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.plain()), pulse);
  private final TransportModel transport = new TransportModel(document, run, new Lang(Texts.ENGLISH));

  @AfterEach
  void close() {
    transport.close();
    run.close();
  }

  private void open(Project project) {
    run.files().open(() -> document.open(project, "", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
  }

  /** Acts 30 steps, then learns six times; is evaluated each 60 steps. */
  private static Project pole() {
    Dqn method = new Dqn(0.99, true, 1, 1, 1, 500, WARM_UP, EVERY, ROUND, 8, 0);
    return SampleProject.of("cartpole-dqn").withAssignment(before -> ((Agent) before).withMethod(method).withLook(2 * EVERY))
        .withTraining(training -> training.withEpochs(50).withBatch(8));
  }

  private long step() {
    return run.snapshot().map(Snapshot::step).orElseThrow();
  }

  private AgentSnapshot sight() {
    return run.snapshot().flatMap(Snapshot::agent).orElseThrow();
  }

  private void press(Grain grain, long wanted) {
    transport.grainProperty().set(grain);
    transport.step();
    pulse.until(() -> step() == wanted && run.statusProperty().get().state() == Status.State.PAUSED);
  }

  @Test
  void learningOnceIsOneUpdateAndActingAgainIsAWholeRound() {
    open(pole());
    press(Grain.BATCH, 1);
    long acted = sight().taken();
    assertThat(acted).isEqualTo(WARM_UP + EVERY);
    press(Grain.BATCH, 2);
    assertThat(sight().taken()).as("goes on with what it has").isEqualTo(acted);
    press(Grain.ROUND, ROUND);
    assertThat(sight().taken()).as("what is left of the round").isEqualTo(acted);
    press(Grain.ROUND, 2 * ROUND);
    assertThat(sight().taken()).isEqualTo(acted + EVERY);
  }

  @Test
  void anEpisodeIsWalkedToItsEnd() {
    open(pole());
    press(Grain.BATCH, 1);
    for (int times = 0; times < 3; times++) {
      int episodes = sight().episodes().count();
      long before = step();
      transport.grainProperty().set(Grain.EPISODE);
      transport.step();
      pulse.until(() -> run.statusProperty().get().state() == Status.State.PAUSED && step() > before);
      assertThat(sight().episodes().count()).isGreaterThan(episodes);
      assertThat(step() % ROUND).as("an episode ends where it acts, in the first update of a round").isEqualTo(1);
      assertThat(transport.placeProperty().get()).isEqualTo("Episode " + sight().episodes().count());
    }
  }

  @Test
  void anEvaluationIsTheEndOfAnEpoch() {
    open(pole());
    press(Grain.EPOCH, 2 * ROUND);
    assertThat(sight().episodes().looks()).isEqualTo(1);
    press(Grain.EPOCH, 4 * ROUND);
    assertThat(sight().episodes().looks()).isEqualTo(2);
  }

  /** One step in the environment is one update: an episode of Q-learning ends with the step that comes to the goal. */
  @Test
  void anEpisodeOfQLearningEndsAtTheGoal() {
    open(SampleProject.of("cliff"));
    transport.grainProperty().set(Grain.EPISODE);
    transport.step();
    pulse.until(() -> step() > 0 && run.statusProperty().get().state() == Status.State.PAUSED);
    assertThat(sight().episodes().count()).isEqualTo(1);
    assertThat(sight().length()).as("the next has begun").isZero();
    assertThat(sight().last().orElseThrow().terminated()).isTrue();
    assertThat(step()).isEqualTo(sight().taken());
  }

  @Test
  void anotherProjectHasNoStepsOfAnAgent() {
    open(pole());
    transport.grainProperty().set(Grain.EPISODE);
    document.open(SampleProject.of("circles"), "", Optional.empty());
    assertThat(transport.grainProperty().get()).isEqualTo(Grain.BATCH);
  }
}
