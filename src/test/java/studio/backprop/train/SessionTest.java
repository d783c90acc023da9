package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;

class SessionTest {
  private final Kernels kernels = KernelChoice.create(1);

  static Project circles() {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 0, 0)
            .add(Dense.of(10, Activation.RELU), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4);
    return new Project(network, DataSettings.of("circles").withPoints(1000), Optional.empty(), TrainingSettings.STANDARD.withRate(0.03));
  }

  private Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, kernels, Session.initialParameters(project));
  }

  @Test
  void theFirstExampleLearnsTheCirclesInTenEpochs() throws Exception {
    Session session = session(circles());
    while (session.step()) {}
    assertThat(session.fault()).isEmpty();
    assertThat(session.epochs()).hasSize(10);
    assertThat(session.evaluate(Part.VALIDATION).accuracy()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theSameSeedGivesTheSameBitsTwentyTimes() throws Exception {
    String first = null;
    for (int run = 0; run < 20; run++) {
      Session session = session(circles());
      while (session.step()) {}
      String sha = session.parameters().sha256();
      assertThat(sha).isEqualTo(first == null ? sha : first);
      first = sha;
    }
  }

  @Test
  void aFaultNamesTheNodeAndKeepsTheLastGoodWeights() throws Exception {
    Project project = circles().withTraining(t -> t.withRate(1e38));
    Session session = session(project);
    while (session.step()) {}
    assertThat(session.fault()).isPresent();
    assertThat(session.parameters().all()).allSatisfy(p -> {
      for (int i = 0; i < p.tensor().count(); i++) {
        assertThat(p.tensor().values()[i]).isFinite();
      }
    });
  }
}
