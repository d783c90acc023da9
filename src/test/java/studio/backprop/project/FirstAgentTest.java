package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;

/** An agent to begin with. */
class FirstAgentTest {
  @Test
  void anEmptyProjectBecomesOneThatIsReadyAndLearns() throws Exception {
    Project first = FirstAgent.of(Project.EMPTY.withTraining(training -> training.withSeed(7)));
    PreparedData data = PreparedData.load(first.data(), first.table(), Progress.NONE);
    assertThat(Readiness.problems(first, first.network().analyse(), DataForm.of(data))).isEmpty();
    assertThat(first.network().critic()).isPresent();
    assertThat(first.training().seed()).isEqualTo(7);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(first, data, kernels, Session.initialParameters(first));
      while (session.step()) {
        assertThat(session.fault()).isEmpty();
      }
      assertThat(session.epochs().stream().mapToDouble(EpochRecord::greedy).max().orElse(0)).isGreaterThan(400);
    }
  }
}
