package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Problem;
import studio.backprop.project.agent.Dqn;
import studio.backprop.store.SampleProject;

class AgentReadinessTest {
  private static List<String> problems(Project project) {
    return Readiness.problems(project, project.network().analyse(), DataForm.of(project.data()).orElseThrow()).stream()
        .map(Problem::sentence).map(sentence -> sentence.key()).toList();
  }

  /** A batch would be the same few transitions again and again. */
  @Test
  void aMemoryHoldsAtLeastABatch() {
    Project sample = SampleProject.of("cartpole-dqn");
    int memory = ((Dqn) ((Agent) sample.assignment()).method()).memory();
    assertThat(problems(sample.withTraining(training -> training.withBatch(memory)))).isEmpty();
    assertThat(problems(sample.withTraining(training -> training.withBatch(memory + 1)))).containsExactly("agent.small_memory");
  }

  /** Each setting is within its range, and together they are more updates than are counted. */
  @Test
  void anEpochHasNoMoreUpdatesThanAreCounted() {
    Project sample = SampleProject.of("cartpole-dqn");
    Dqn usual = Dqn.STANDARD;
    Dqn busy = new Dqn(usual.discount(), usual.doubled(), usual.epsilon(), usual.epsilonEnd(), usual.epsilonSteps(), usual.memory(),
        usual.warmUp(), 1, 100_000, usual.sync(), usual.tau());
    Agent agent = ((Agent) sample.assignment()).withMethod(busy).withLook(Agent.MOST_LOOK);
    assertThat(problems(sample.withAssignment(agent))).containsExactly("agent.many_updates");
    assertThat(problems(sample.withAssignment(agent.withLook(10_000)))).isEmpty();
  }
}
