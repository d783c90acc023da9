package studio.backprop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** A unit that is switched off computes nothing and learns nothing, and keeps its weights. */
class UnitSwitchesTest {
  private static final int UNITS = 6;
  private static final int OFF = 2;

  private final Kernels kernels = KernelChoice.create(1);

  private static Project project(int units, Activation activation) {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(units, activation), 0, 0)
        .add(Dense.of(5, Activation.TANH), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5);
    return new Project(network, DataSettings.of("circles").withPoints(300), Optional.empty(), TrainingSettings.STANDARD.withEpochs(9));
  }

  private static PreparedData data(Project project) throws Exception {
    return PreparedData.load(project.data(), project.table(), Progress.NONE);
  }

  private Session session(Project project) throws Exception {
    return new Session(project, data(project), kernels, Session.initialParameters(project));
  }

  private static void train(Session session, int steps) {
    for (int i = 0; i < steps; i++) {
      assertThat(session.step()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, names = {"NONE", "RELU", "TANH", "SIGMOID", "GELU", "SOFTMAX"})
  void itsOutputIsZeroAndNoGradientPasses(Activation activation) throws Exception {
    Session session = session(project(UNITS, activation));
    session.setWeight(2, UnitSwitches.UNIT, OFF, 0);
    train(session, 3);
    Tensor output = session.plan().output(2).orElseThrow();
    Tensor weights = session.parameters().find(2, "weight").orElseThrow().tensor();
    Tensor next = session.parameters().find(3, "weight").orElseThrow().tensor();
    for (int row = 0; row < output.rows(); row++) {
      assertThat(output.get(row, OFF)).isZero();
      assertThat(output.gradAt(row, OFF)).isZero();
    }
    for (int unit = 0; unit < UNITS; unit++) {
      boolean other = unit != OFF;
      assertThat(weights.grads()[unit] != 0).as("unit %d of %s", unit, activation).isEqualTo(other);
    }
    for (int unit = 0; unit < 5; unit++) {
      assertThat(next.grads()[OFF * 5 + unit]).isZero();
    }
    assertThat(session.parameters().find(2, "bias").orElseThrow().tensor().grads()[OFF]).isZero();
  }

  /** A network that never had the unit learns the same. */
  @ParameterizedTest
  @EnumSource(value = Activation.class, names = {"RELU", "TANH"})
  void theOthersLearnAsInANetworkWithoutIt(Activation activation) throws Exception {
    Session session = session(project(UNITS, activation));
    Session without = session(project(UNITS - 1, activation));
    float[] weight = session.parameters().find(2, "weight").orElseThrow().tensor().values();
    float[] next = session.parameters().find(3, "weight").orElseThrow().tensor().values();
    float[] fewer = without.parameters().find(2, "weight").orElseThrow().tensor().values();
    float[] fewerNext = without.parameters().find(3, "weight").orElseThrow().tensor().values();
    for (int unit = 0; unit < UNITS - 1; unit++) {
      int old = unit < OFF ? unit : unit + 1;
      fewer[unit] = weight[old];
      fewer[UNITS - 1 + unit] = weight[UNITS + old];
      System.arraycopy(next, old * 5, fewerNext, unit * 5, 5);
    }
    for (String name : List.of("weight", "bias")) {
      without.parameters().find(4, name).orElseThrow().tensor().set(session.parameters().find(4, name).orElseThrow().tensor().values());
    }
    session.setWeight(2, UnitSwitches.UNIT, OFF, 0);
    float kept = weight[OFF];
    train(session, 40);
    train(without, 40);
    assertThat(session.loss()).isCloseTo(without.loss(), within(1e-4));
    assertThat(session.evaluate(Part.VALIDATION).loss()).isCloseTo(without.evaluate(Part.VALIDATION).loss(), within(1e-4));
    assertThat(weight[0]).isCloseTo(fewer[0], within(1e-4f));
    assertThat(weight[OFF]).as("a weight of the unit").isEqualTo(kept);
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, names = {"RELU", "TANH"})
  void aPlanThatNobodyWatchesHasTheSameBits(Activation activation) throws Exception {
    Project project = project(UNITS, activation);
    Session watched = session(project);
    Session lean = Session.unwatched(project, data(project), kernels, Session.initialParameters(project));
    for (Session session : List.of(watched, lean)) {
      session.setWeight(2, UnitSwitches.UNIT, OFF, 0);
      session.setWeight(3, UnitSwitches.UNIT, 0, 0);
      train(session, 20);
      session.setWeight(3, UnitSwitches.UNIT, 0, 1);
      train(session, 20);
    }
    assertThat(lean.parameters().sha256()).isEqualTo(watched.parameters().sha256());
    assertThat(watched.parameters().switches().off()).isEqualTo(Map.of(2, List.of(OFF)));
  }

  @Test
  void theLayerThatPredictsHasNoSwitch() throws Exception {
    Session session = session(project(UNITS, Activation.RELU));
    assertThat(session.parameters().switches().has(4, 0)).isFalse();
    assertThat(session.parameters().switches().has(3, 4)).isTrue();
    assertThat(session.parameters().switches().has(3, 5)).isFalse();
    assertThatThrownBy(() -> session.setWeight(4, UnitSwitches.UNIT, 0, 0)).hasMessageContaining("node 4 has no number 0");
  }

  @Test
  void aCopyAndARenewalHaveTheSameSwitches() throws Exception {
    Project project = project(UNITS, Activation.RELU);
    Session session = session(project);
    String on = session.parameters().sha256();
    session.setWeight(2, UnitSwitches.UNIT, OFF, 0);
    assertThat(session.parameters().sha256()).isNotEqualTo(on);
    Parameters copy = session.parameters().copy();
    assertThat(copy.sha256()).isEqualTo(session.parameters().sha256());
    session.setWeight(2, UnitSwitches.UNIT, OFF, 1);
    assertThat(session.parameters().sha256()).isEqualTo(on);
    assertThat(copy.switches().isOff(2, OFF)).isTrue();
    Project narrow = project(OFF, Activation.RELU);
    assertThat(Parameters.renewed(narrow.network(), narrow.network().analyse(), new Seeds(1), copy).switches().anyOff())
        .isFalse();
  }
}
