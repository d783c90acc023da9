package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.store.SampleProject;
import studio.backprop.train.agent.AgentSnapshot;

/** What is seen of an agent belongs to the step that is seen. */
class AgentSnapshotTest {
  private static AgentSnapshot sight(Session session) {
    return session.regime().sight().orElseThrow();
  }

  /** Blocks of a replay memory that only old checkpoints have count; those that the agent has itself do not. */
  @Test
  void theHistoryCountsWhatTheMemoryHasForgotten() throws Exception {
    Project project = SampleProject.of("cartpole-dqn").withAssignment(before -> ((Agent) before).withMethod(
        new Dqn(0.99, true, 1, 0.1, 100, 1024, 64, 1024, 1, 3, 0)));
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = new Session(project, data, kernels, Session.initialParameters(project));
      CheckpointLog log = new CheckpointLog(1L << 30);
      log.begin(session);
      for (int step = 0; step < 12; step++) {
        session.step();
        log.record(session, session.steps() * 1_000_000_000_000L);
      }
      Set<float[]> forgotten = Collections.newSetFromMap(new IdentityHashMap<>());
      long own = 0;
      for (long step : log.checkpoints()) {
        Checkpoint one = log.before(step + 1);
        own += one.bytes();
        forgotten.addAll(one.progressed().kept().orElseThrow().sharedArrays());
      }
      forgotten.removeAll(session.checkpoint().progressed().kept().orElseThrow().sharedArrays());
      assertThat(forgotten.size()).isGreaterThan(5);
      assertThat(log.bytes()).isEqualTo(own + forgotten.stream().mapToLong(block -> block.length * 4L).sum());
    }
  }

  @Test
  void nothingOfAnotherStepIsShown() throws Exception {
    Project project = SampleProject.of("cartpole-dqn").withAssignment(before -> ((Agent) before).withMethod(
        new Dqn(0.99, true, 1, 0.1, 100, 500, 40, 4, 2, 3, 0)));
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = new Session(project, data, kernels, Session.initialParameters(project));
      for (int step = 0; step < 4; step++) {
        session.step();
      }
      assertThat(sight(session).last().orElseThrow().value()).isFinite();
      assertThat(sight(session).memory().orElseThrow().batch()).isNotEmpty();
      Checkpoint then = session.checkpoint();
      session.goToOp(1);
      assertThat(sight(session).last().orElseThrow().value()).isNaN(); // its forward pass has not run
      session.step();
      assertThat(sight(session).last().orElseThrow().value()).isFinite();
      session.restore(then);
      assertThat(sight(session).memory().orElseThrow().batch()).isEmpty(); // which ones were drawn is not kept
      session.step();
      assertThat(sight(session).memory().orElseThrow().batch()).isNotEmpty();
    }
  }
}
