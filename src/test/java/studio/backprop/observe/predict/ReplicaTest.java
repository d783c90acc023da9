package studio.backprop.observe.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.Session;

class ReplicaTest {
  private static Session session() throws Exception {
    Network network = Network.EMPTY
        .add(Input.row(2), 0, 0).add(Dense.of(6, Activation.TANH), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
    Project project = new Project(network, DataSettings.of("moons"), Optional.empty(), TrainingSettings.STANDARD);
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  private static float answer(Replica replica) {
    return replica.answer(new float[] {0.3f, -0.2f}, 0, 1).prediction().get(0, 0);
  }

  @Test
  void aCopyDoesNotChangeWhileTheOriginalLearns() throws Exception {
    Session session = session();
    Replica replica = Replica.of(session, null);
    float before = answer(replica);
    session.step();
    assertThat(answer(replica)).isEqualTo(before);
    assertThat(replica.step()).isZero();
  }

  @Test
  void broughtUpToDateItAnswersAndScoresLikeTheOriginal() throws Exception {
    Session session = session();
    Replica first = Replica.of(session, null);
    float before = answer(first);
    for (int i = 0; i < 20; i++) {
      session.step();
    }
    Replica later = Replica.of(session, first);
    assertThat(later).isSameAs(first);
    assertThat(later.step()).isEqualTo(20);
    assertThat(answer(later)).isNotEqualTo(before);
    assertThat(later.score(Part.VALIDATION, plan -> {})).isEqualTo(session.evaluate(Part.VALIDATION));
  }

  @Test
  void aCopyOfAnotherSessionIsNotUsedAgain() throws Exception {
    Replica first = Replica.of(session(), null);
    assertThat(Replica.of(session(), first)).isNotSameAs(first);
  }
}
