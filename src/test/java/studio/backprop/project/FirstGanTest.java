package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Session;
import studio.backprop.train.judge.GeneratorJudge;

/** Two networks to begin with that learn against each other. */
class FirstGanTest {
  @Test
  void anEmptyProjectBecomesOneThatIsReadyAndLearns() throws Exception {
    Project gan = FirstGan.of(Project.EMPTY.withTraining(training -> training.withSeed(7)));
    PreparedData data = PreparedData.load(gan.data(), gan.table(), Progress.NONE);
    assertThat(Readiness.problems(gan, gan.network().analyse(), DataForm.of(data))).isEmpty();
    assertThat(gan.training().seed()).isEqualTo(7);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(gan, data, kernels, Session.initialParameters(gan));
      while (session.steps() < 3000) {
        session.step();
      }
      assertThat(new GeneratorJudge(gan, data, kernels, session.parameters()).coverage().orElseThrow().covered()).isGreaterThan(3);
    }
  }

  @Test
  void pointsThatAreMadeForAGeneratorStay() {
    Project drawn = Project.EMPTY.withData(DataSettings.of("gaussian-grid"));
    assertThat(FirstGan.of(drawn).data()).isEqualTo(drawn.data());
    assertThat(FirstGan.of(Project.EMPTY.withData(DataSettings.of("iris"))).data().dataset()).isEqualTo("ring");
  }
}
