package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.SeededRandom;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.agent.ActionSelection;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.RecentTransitions;

/** Whether an action was exploratory is what its numbered dice have said, also after a checkpoint; where none says it, it is not known. */
class ActionSelectionTest {
  private static final Kernels KERNELS = KernelChoice.create(1);

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  private static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KERNELS, Session.initialParameters(project));
  }

  private static ValueMethod method(Project project) {
    return (ValueMethod) ((Agent) project.assignment()).method();
  }

  private static AgentSnapshot sight(Session session) {
    return session.regime().sight().orElseThrow();
  }

  private static ActionSelection byDice(Project project, long step) {
    SeededRandom dice = new SeededRandom(new Seeds(project.training().seed()), "explore");
    return dice.at(step).nextDouble() < method(project).epsilonAt(step) ? ActionSelection.EXPLORATORY : ActionSelection.GREEDY;
  }

  @ParameterizedTest
  @ValueSource(strings = {"q-learning", "sarsa"})
  void ofATableItIsThatOfTheStep(String id) throws Exception {
    Project cliff = Agent.learningBy(SampleProject.of("cliff"), MethodCatalog.find(id).orElseThrow());
    Project project = cliff.withAssignment(agent -> ((Agent) agent).withMethod(method(cliff).exploring(0.5, 0.5, 1)));
    Session session = session(project);
    int explored = 0;
    for (int step = 0; step < 60; step++) {
      if (step % 10 == 5) { // of an action that was chosen, but not taken yet, the checkpoint knows it
        Checkpoint then = session.checkpoint();
        session = session(project);
        session.restore(then);
      }
      session.step();
      ActionSelection selection = sight(session).last().orElseThrow().selection();
      assertThat(selection).as("step %d", step).isEqualTo(byDice(project, sight(session).taken() - 1));
      explored += selection == ActionSelection.EXPLORATORY ? 1 : 0;
    }
    assertThat(explored).isBetween(15, 45);
  }

  @Test
  void ofAReplayMemoryItIsThatOfEachTransition() throws Exception {
    Project project = SampleProject.of("cartpole-dqn").withAssignment(agent -> ((Agent) agent).withMethod(
        new Dqn(0.99, true, 0.8, 0.2, 300, 500, 40, 4, 2, 3, 0)));
    Session session = session(project);
    for (int step = 0; step < 100; step++) {
      session.step();
    }
    Checkpoint then = session.checkpoint();
    Session later = session(project);
    later.restore(then);
    RecentTransitions lived = sight(later).lived().orElseThrow();
    long newest = sight(later).taken() - 1;
    for (int i = 0; i < lived.count(); i++) {
      assertThat(lived.selections()[i]).as("step %d", newest - i).isEqualTo(byDice(project, newest - i));
    }
    assertThat(lived.selections()).contains(ActionSelection.GREEDY, ActionSelection.EXPLORATORY);
    later.step();
    assertThat(sight(later).last().orElseThrow().selection()).isNotEqualTo(ActionSelection.UNKNOWN);
  }
}
