package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;

/** Networks that answer with a picture. */
class PictureAnswersTest {
  private static final DataSettings COPIES = DataSettings.of("digits-copy");
  private static final int BATCH = 16;

  private final Kernels kernels = KernelChoice.create(1);

  private static Network painter(Activation last, Loss loss) {
    return Network.EMPTY
        .add(new Input(Shape.of(1, 8, 8)), 0, 0)
        .add(Conv2d.of(1, 3, Padding.SAME, last), 0, 0)
        .add(Output.of(loss), 0, 0)
        .wire(1, 2)
        .wire(2, 3);
  }

  private static boolean ready(Loss loss, DataSettings data) {
    Network network = painter(Activation.SIGMOID, loss);
    return Readiness.problems(network, network.analyse(), DataForm.of(data).orElseThrow()).isEmpty();
  }

  @Test
  void greyValuesFromZeroToOneCanBeComparedByABinaryCrossEntropy() {
    assertThat(ready(Loss.BINARY_CROSS_ENTROPY, COPIES)).isTrue();
    assertThat(ready(Loss.MSE, COPIES)).isTrue();
    assertThat(ready(Loss.BINARY_CROSS_ENTROPY, COPIES.withScaling(Scaling.STANDARDIZE))).isFalse();
    assertThat(ready(Loss.HINGE, COPIES)).isFalse();
  }

  @Test
  void theWholeRangeOfPixelsIsScaledToZeroToOneInAnswersAsInInputs() throws Exception {
    PreparedData data = PreparedData.load(COPIES, Optional.empty(), Progress.NONE);
    assertThat(data.targetScaler().scale(0, 16)).isEqualTo(1);
    assertThat(data.targetScaler().scale(0, 0)).isZero();
  }

  /** Pictures come in vector lanes: the loss must still find the sigmoid, and not bend its probabilities a second time. */
  @Test
  void aSigmoidBeforeTheCrossEntropyIsReadThroughAlsoInAPicture() {
    float[] input = new float[BATCH * 64];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextDouble();
    }
    Plan with = plan(Activation.SIGMOID, input);
    Plan without = plan(Activation.NONE, input);
    assertThat(with.lossValue()).isEqualTo(without.lossValue(), within(1e-6f));
    assertThat(with.prediction().get(5, 20)).isEqualTo(without.prediction().get(5, 20), within(1e-6f));
    assertThat(with.gradient(1 + 1).isPresent()).isTrue();
  }

  private Plan plan(Activation last, float[] input) {
    Network network = painter(last, Loss.BINARY_CROSS_ENTROPY);
    Parameters parameters = Parameters.initial(painter(Activation.SIGMOID, Loss.MSE), painter(Activation.SIGMOID, Loss.MSE).analyse(),
        new Seeds(1));
    Plan plan = Compiler.compile(network, parameters, kernels, new Seeds(1), Purpose.TRAIN, BATCH);
    plan.inputs().get(0).set(input);
    plan.target().set(input);
    plan.forward(Mode.TRAIN);
    plan.backward();
    return plan;
  }

  @Test
  void theErrorOfAnExampleIsTheMeanOverItsPixels() throws Exception {
    Project project = new Project(painter(Activation.SIGMOID, Loss.MSE), COPIES, Optional.empty(), TrainingSettings.STANDARD);
    PreparedData data = PreparedData.load(COPIES, Optional.empty(), Progress.NONE);
    Session session = new Session(project, data, kernels, Session.initialParameters(project));
    Predictions said = Predictions.of(Replica.of(session, null), Set.of(Part.TEST));
    double sum = 0;
    for (int row = 0; row < data.testRows(); row++) {
      sum += said.meanError(Part.TEST, row);
    }
    assertThat(sum / data.testRows()).isEqualTo(said.scores(Part.TEST).mae(), within(1e-4));
  }
}
