package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.store.SampleProject;

/** ε that is turned while an agent learns is an order: any past step is come to with the ε of that time. */
class ExplorationOrderTest {
  private static Session session(Project project, Kernels kernels) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, kernels, Session.initialParameters(project));
  }

  private static Assignment exploring(Project project, double epsilon) {
    Agent agent = (Agent) project.assignment();
    return agent.withMethod(((ValueMethod) agent.method()).exploring(epsilon, epsilon, 1));
  }

  private static Project project(String name) {
    Project sample = SampleProject.of(name);
    return name.equals("cliff") ? sample : sample.withAssignment(before -> ((Agent) before).withMethod(
        new Dqn(0.99, true, 1, 0.1, 100, 500, 40, 4, 2, 3, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cliff", "cartpole-dqn"})
  void theTimeMachineRepeatsIt(String name) throws Exception {
    Project project = project(name);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = session(project, kernels);
      Session untouched = session(project, kernels);
      CheckpointLog log = new CheckpointLog(9 * session.checkpoint().bytes());
      log.begin(session);
      List<String> bits = new ArrayList<>(List.of(session.parameters().sha256()));
      double[] turned = {0.9, 0, 1, 0.3};
      for (int step = 0; step < 40; step++) {
        if (step % 10 == 5) {
          if (step > 20) {
            session.goToOp(2); // within a step, whose action is taken already
          }
          session.setAssignment(exploring(project, turned[step / 10]));
          log.order(session, false);
        }
        session.step();
        untouched.step();
        log.record(session, step * 1_000_000_000_000L);
        bits.add(session.parameters().sha256());
      }
      assertThat(bits.get(40)).isNotEqualTo(untouched.parameters().sha256());
      assertThat(session.regime().sight().orElseThrow().epsilon()).isEqualTo(0.3);
      Session second = session(project, kernels);
      SessionSeeker traveller = new SessionSeeker(second, log);
      for (int step : new int[] {40, 7, 26, 25, 13, 36, 2, 40, 16, 27}) {
        assertThat(traveller.goTo(step, () -> false)).isTrue();
        assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(bits.get(step));
      }
    }
  }
}
