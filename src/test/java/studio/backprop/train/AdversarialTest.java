package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Input;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.GanObjective;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.WhoTrains;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Tensor;

/** A generator against a discriminator: its gradients across both, who rests, and what a person changes on the way. */
class AdversarialTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final int[] GENERATOR = {2, 3};
  private static final int[] DISCRIMINATOR = {7, 8};
  private static final int GENERATED = 3;

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  private static Project project(AdversarialSettings settings) {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(8, Activation.TANH), 0, 0).add(Dense.of(2, Activation.NONE), 0, 0)
        .add(Input.row(2), 0, 0).add(new BatchConcat(), 0, 0).add(new GaussianNoise(0.1), 0, 0).add(Dense.of(8, Activation.TANH), 0, 0)
        .add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(settings.objective().loss()), 0, 0);
    for (int[] wire : new int[][] {{1, 2}, {2, 3}, {4, 5}, {3, 5}, {5, 6}, {6, 7}, {7, 8}, {8, 9}}) {
      network = network.wire(wire[0], wire[1]);
    }
    DataSettings ring = DataSettings.of("ring").withPoints(90).withNoise(0.02).withScaling(Scaling.NONE);
    TrainingSettings training = TrainingSettings.STANDARD.withBatch(16).withEpochs(9);
    return new Project(network, new Adversarial(ring, Optional.empty(), settings, Optional.empty()), training);
  }

  private static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KERNELS, Session.initialParameters(project));
  }

  @Test
  void turnByTurnComesToTheSame() throws Exception {
    Session whole = session(project(AdversarialSettings.STANDARD.withDiscriminatorSteps(2)));
    Session turns = session(project(AdversarialSettings.STANDARD.withDiscriminatorSteps(2)));
    for (int round = 0; round < 3; round++) {
      whole.step();
      assertThat(turns.advanceTurn()).isFalse();
      assertThat(turns.cursor().orElseThrow()).matches(at -> at.phase() == Cursor.Phase.UPDATE && at.turn() == 0);
      turns.advance(); // amid the second turn
      assertThat(turns.advanceTurn()).isFalse();
      assertThat(turns.cursor().orElseThrow().turn()).isEqualTo(1);
      assertThat(turns.advanceTurn()).as("the generator ends the round").isTrue();
      assertThat(turns.cursor()).isEmpty();
      assertThat(turns.steps()).isEqualTo(round + 1);
    }
    assertThat(turns.parameters().sha256()).isEqualTo(whole.parameters().sha256());
  }

  /** A session that rests right before the generator moves. */
  private static Session beforeTheGeneratorMoves(AdversarialSettings settings) throws Exception {
    Session session = session(project(settings));
    for (int step = 0; step < 3; step++) {
      session.step();
    }
    session.goToOp(session.nextStep().course().size() - 1);
    return session;
  }

  private static Tensor weights(Session session, int node) {
    return session.parameters().find(node, "weight").map(Parameter::tensor).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(GanObjective.class)
  void theChainRuleAcrossBothNetworksIsTheCentralDifference(GanObjective objective) throws Exception {
    Session session = beforeTheGeneratorMoves(AdversarialSettings.STANDARD.withObjective(objective));
    Plan plan = session.plan();
    double largest = 0;
    double furthest = 0;
    for (int node : GENERATOR) {
      Tensor weight = weights(session, node);
      for (int i = 0; i < weight.count(); i++) {
        float before = weight.values()[i];
        float step = 0.01f;
        weight.values()[i] = before + step;
        plan.forward(Mode.TRAIN);
        double above = plan.loss().total();
        weight.values()[i] = before - step;
        plan.forward(Mode.TRAIN);
        double difference = (above - plan.loss().total()) / (2.0 * step);
        weight.values()[i] = before;
        largest = Math.max(largest, Math.abs(difference));
        furthest = Math.max(furthest, Math.abs(weight.grads()[i] - difference));
      }
    }
    assertThat(furthest / largest).isLessThan(1e-3);
  }

  /** −ln D, ln(1 − D) and (D − 1)², each from the discriminator's own outputs. */
  @ParameterizedTest
  @EnumSource(GanObjective.class)
  void theLossOfTheGeneratorIsThatOfTheFormula(GanObjective objective) throws Exception {
    Session session = beforeTheGeneratorMoves(AdversarialSettings.STANDARD.withObjective(objective));
    Tensor said = session.plan().prediction();
    double sum = 0;
    int made = said.rows() / 2;
    for (int row = made; row < said.rows(); row++) {
      double d = said.get(row, 0);
      sum += switch (objective) {
        case NON_SATURATING -> -Math.log(d);
        case MINIMAX -> Math.log(1 - d);
        case LEAST_SQUARES -> (d - 1) * (d - 1);
      };
    }
    assertThat(session.lossOf(1)).isCloseTo(sum / made, within(1e-5));
  }

  @Test
  void theDiscriminatorRestsInTheGeneratorsTurn() throws Exception {
    Session session = beforeTheGeneratorMoves(AdversarialSettings.STANDARD);
    session.plan().steps().stream().flatMap(step -> step.op().inputs().stream()).filter(Tensor::hasGrad).forEach(tensor -> {
      for (int node : DISCRIMINATOR) {
        assertThat(tensor.storage()).as("the weights of the discriminator have no gradient in this pass")
            .isNotSameAs(weights(session, node).storage());
      }
    });
    assertThat(session.plan().gradient(GENERATED)).isPresent();
    for (int node : GENERATOR) {
      assertThat(session.knowsGradient(weights(session, node))).isTrue();
    }
  }

  @Test
  void whoTrainsIsAnOrderThatTheTimeMachineRepeats(@TempDir Path folder) throws Exception {
    Project project = project(AdversarialSettings.STANDARD);
    Session session = session(project);
    CheckpointLog log = new CheckpointLog(9 * session.checkpoint().bytes());
    log.begin(session);
    List<String> bits = new ArrayList<>(List.of(session.parameters().sha256()));
    WhoTrains[] orders = {WhoTrains.BOTH, WhoTrains.DISCRIMINATOR, WhoTrains.GENERATOR, WhoTrains.BOTH};
    for (int step = 0; step < 24; step++) {
      if (step % 6 == 0) {
        session.setAssignment(project(AdversarialSettings.STANDARD.withTrains(orders[step / 6]).withDiscriminatorRate(0.001 * (step + 1)))
            .assignment());
        log.order(session, false);
      }
      float before = weights(session, DISCRIMINATOR[0]).values()[0];
      session.step();
      assertThat(weights(session, DISCRIMINATOR[0]).values()[0] != before).isEqualTo(orders[step / 6].discriminator());
      assertThat(Double.isNaN(session.loss())).isEqualTo(!orders[step / 6].discriminator());
      log.record(session, step * 1_000_000_000_000L);
      bits.add(session.parameters().sha256());
    }
    SessionSeeker traveller = new SessionSeeker(session(project), log);
    Session second = session(project);
    SessionSeeker other = new SessionSeeker(second, log);
    for (int step : new int[] {24, 7, 13, 2, 19, 12, 11, 24, 6}) {
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      other.goTo(step, () -> false);
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(bits.get(step));
    }
    ProjectFile.write(folder.resolve("gan.backprop"), Saved.of(session));
    Saved saved = ProjectFile.read(folder.resolve("gan.backprop")).saved();
    assertThat(saved.progressed().orElseThrow().updates()).containsExactly(18, 18);
  }

  @Test
  void theSettingsAreInTheFile(@TempDir Path folder) throws Exception {
    AdversarialSettings other = AdversarialSettings.STANDARD.withObjective(GanObjective.LEAST_SQUARES).withDiscriminatorSteps(3)
        .withTrains(WhoTrains.DISCRIMINATOR).withDiscriminatorRate(0.02);
    Project project = project(other)
        .withAssignment(usual -> ((Adversarial) usual).withDiscriminator(Optional.of(new Sgd(0.01))));
    ProjectFile.write(folder.resolve("gan.backprop"), Saved.of(project));
    assertThat(ProjectFile.read(folder.resolve("gan.backprop")).saved().project()).isEqualTo(project);
  }
}
