package studio.backprop.ui.window.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Neuron;
import studio.backprop.project.Project;
import studio.backprop.run.FullBatchDescent;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;

class NeuronModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final NeuronModel neuron = new NeuronModel(descent(), pulse);

  private static FullBatchDescent descent() {
    try {
      Project project = Neuron.project();
      PreparedData points = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
      return new FullBatchDescent(project, points, KernelChoice.plain(), Session.initialParameters(project));
    } catch (DataProblem e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theGradientOfEachNumberIsTheCentralDifferenceOfTheLoss() {
    double h = 1e-2;
    for (Weight weight : Weight.values()) {
      double at = neuron.value(weight).get();
      double gradient = neuron.gradient(weight).get();
      neuron.value(weight).set(at + h);
      double above = neuron.lossProperty().get();
      neuron.value(weight).set(at - h);
      double below = neuron.lossProperty().get();
      neuron.value(weight).set(at);
      assertThat(gradient).as(weight.symbol()).isCloseTo((above - below) / (2 * h), within(1e-4));
    }
  }

  @Test
  void movingAWeightChangesTheLossAtOnce() {
    double before = neuron.lossProperty().get();
    neuron.value(Weight.W2).set(1);
    assertThat(neuron.lossProperty().get()).isLessThan(before);
  }

  @Test
  void aboutAThirdIsWrongAtTheStartAndNearlyNoneAtTheEnd() {
    assertThat(neuron.rightProperty().get()).isBetween(48L, 64L);
    neuron.toggleLearning();
    for (int frame = 0; neuron.learningProperty().get() && frame < 3000; frame++) {
      pulse.tick();
    }
    assertThat(neuron.flatProperty().get()).isTrue();
    assertThat(pulse.subscribers()).isZero();
    assertThat(neuron.rightProperty().get()).isGreaterThan(74);
  }

  @Test
  void sameStartAgainRestoresTheWeightsThatWereSetByHand() {
    neuron.value(Weight.W1).set(-1.5);
    double loss = neuron.lossProperty().get();
    neuron.step();
    neuron.step();
    assertThat(neuron.lossProperty().get()).isLessThan(loss);
    assertThat(neuron.stepsProperty().get()).isEqualTo(2);
    neuron.sameStartAgain();
    assertThat(neuron.value(Weight.W1).get()).isEqualTo(-1.5);
    assertThat(neuron.value(Weight.W2).get()).isEqualTo(NeuronModel.START[1]);
    assertThat(neuron.lossProperty().get()).isEqualTo(loss);
    assertThat(neuron.stepsProperty().get()).isZero();
  }

  @Test
  void onTheCanvasItHasTheSameLossAndTakesTheSameSteps() throws Exception {
    neuron.step();
    Project project = neuron.project();
    PreparedData points = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
    Session session = new Session(project, points, KernelChoice.plain(), neuron.parameters());
    assertThat(session.evaluate(Part.TRAIN).loss()).isCloseTo(neuron.lossProperty().get(), within(1e-6));
    assertThat(session.evaluate(Part.TRAIN).accuracy()).isEqualTo(neuron.rightProperty().get() / 80.0);
    session.step();
    neuron.step();
    assertThat(session.evaluate(Part.TRAIN).loss()).isCloseTo(neuron.lossProperty().get(), within(1e-6));
  }
}
