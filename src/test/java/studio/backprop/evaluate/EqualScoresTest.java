package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Init;
import studio.backprop.train.Session;

/** A network of zeros gives every example the threshold itself: training, prediction and evaluation take all for the second class. */
class EqualScoresTest {
  private static Project project(int units, Activation activation, Loss loss, Init init) {
    Dense dense = new Dense(units, activation, init, true, true);
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(dense, 0, 0).add(Output.of(loss), 0, 0).wire(1, 2).wire(2, 3);
    return new Project(network, DataSettings.of("moons"), Optional.empty(), TrainingSettings.STANDARD);
  }

  static Stream<Project> projects() {
    return projects(Init.ZERO);
  }

  static Stream<Project> drawn() {
    return projects(Init.of(Init.Kind.GLOROT_UNIFORM));
  }

  private static Stream<Project> projects(Init init) {
    return Stream.of(project(1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY, init),
        project(2, Activation.SOFTMAX, Loss.CROSS_ENTROPY, init), project(1, Activation.NONE, Loss.HINGE, init));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void allAgreeOnTheSecondClass(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Replica replica = Replica.of(project.network(), data, Session.initialParameters(project), kernels);
      Predictions predictions = Predictions.of(replica, EnumSet.of(Part.VALIDATION));
      BinaryEvaluation judgement = (BinaryEvaluation) Judgements.of(predictions, Part.VALIDATION, replica.loss().cut());
      long second = 0;
      for (int row = 0; row < data.validationRows(); row++) {
        assertThat(predictions.score(Part.VALIDATION, row, 1)).isEqualTo((float) replica.loss().cut());
        assertThat(predictions.classOf(Part.VALIDATION, row)).isEqualTo(1);
        assertThat(predictions.best(Part.VALIDATION, row, 2)).containsExactly(1, 0);
        second += data.classOf(Part.VALIDATION, row);
      }
      assertThat(judgement.counts().tp() + judgement.counts().fp()).isEqualTo(data.validationRows());
      assertThat(judgement.counts().accuracy()).isEqualTo((double) second / data.validationRows());
      assertThat(predictions.scores(Part.VALIDATION).accuracy()).isEqualTo(judgement.counts().accuracy());
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void aThresholdOfTheProjectTellsTheClassesAsTheMatrixDoes(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Replica replica = Replica.of(project.network(), data, Session.initialParameters(project), kernels);
      Predictions plain = Predictions.of(replica, EnumSet.of(Part.VALIDATION));
      for (double score : new double[] {0.3, 0.45, plain.score(Part.VALIDATION, 3, 1)}) {
        Predictions predictions = plain.at(DecisionThreshold.OF_LOSS.custom(score));
        BinaryEvaluation judgement = (BinaryEvaluation) Judgements.of(plain, Part.VALIDATION, score);
        long second = IntStream.range(0, data.validationRows()).filter(row -> predictions.classOf(Part.VALIDATION, row) == 1).count();
        long correct = IntStream.range(0, data.validationRows()).filter(row -> predictions.right(Part.VALIDATION, row)).count();
        assertThat(second).isEqualTo(judgement.counts().tp() + judgement.counts().fp());
        assertThat(correct).isEqualTo(judgement.counts().tp() + judgement.counts().tn());
        assertThat(predictions.ownThreshold()).hasValue(score);
      }
      assertThat(plain.at(DecisionThreshold.OF_LOSS)).as("the loss's own").isSameAs(plain);
    }
  }
}
