package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.store.SampleProject;
import studio.backprop.train.record.EpochRecord;

/** An agent that goes on otherwise from a step of a run: what was known of its epochs stays known. */
class AgentBranchTest {
  private static Project project(double discount) {
    return SampleProject.of("cartpole-dqn").withTraining(training -> training.withEpochs(6)).withAssignment(before -> ((Agent) before)
        .withMethod(new Dqn(discount, true, 1, 0.1, 100, 500, 40, 4, 2, 3, 0)).withLook(80));
  }

  private static void train(Session session, int epochs) {
    while (session.epoch() < epochs) {
      assertThat(session.step()).isTrue();
    }
  }

  @Test
  void greedyReturnsStayWhereTheBranchLearnsOtherwise() throws Exception {
    Project project = project(0.99);
    Project other = project(0.9);
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = new Session(project, data, kernels, Session.initialParameters(project));
      train(session, 3);
      List<EpochRecord> known = session.epochs();
      assertThat(known).hasSize(3).allMatch(EpochRecord::acts);
      Session branch = new Session(other, data, kernels, session.parameters().copy());
      branch.branch(new BranchPoint(project, session.parameters(), session.checkpoint()));
      assertThat(branch.epochs()).isEqualTo(known);
      train(branch, 5);
      assertThat(branch.epochs()).hasSize(5).startsWith(known.toArray(EpochRecord[]::new)).allMatch(EpochRecord::acts);
      assertThat(branch.bestEpoch().orElseThrow()).isGreaterThan(3); // none of its looks was at an earlier one
      List<EpochRecord> five = branch.epochs();
      Session again = new Session(other, data, kernels, session.parameters().copy());
      again.restore(branch.checkpoint());
      assertThat(again.epochs()).isEqualTo(five);
      assertThat(again.bestEpoch()).isEqualTo(branch.bestEpoch());
    }
  }
}
