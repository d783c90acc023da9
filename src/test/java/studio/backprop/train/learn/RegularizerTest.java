package studio.backprop.train.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GraphAttention;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Regularization;
import studio.backprop.project.Regularization.Clip;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Texts;

class RegularizerTest {
  private final Parameters parameters = twoInputsOneUnit();
  private final Tensor weight = parameters.find(2, "weight").orElseThrow().tensor();
  private final Tensor bias = parameters.find(2, "bias").orElseThrow().tensor();

  private static Parameters twoInputsOneUnit() {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(1, Activation.NONE), 0, 0).wire(1, 2);
    Parameters parameters = Parameters.initial(network, network.analyse(), new Seeds(1));
    parameters.set(new float[][] {{2, -3}, {5}});
    return parameters;
  }

  @Test
  void penaltiesPullWeightsTowardsZeroAndLeaveBiasesAlone() {
    apply(new Regularization(0.5, 0.1, Clip.NONE, 1));
    assertThat(weight.grads()).containsExactly(0.7f, -0.8f);
    assertThat(bias.grads()).containsExactly(0);
  }

  @Test
  void penaltiesReachEveryAttentionWeightOfAGraphAndLeaveItsBiasAlone() {
    Network network = Network.EMPTY.add(new Input(Shape.of(4, 3)), 0, 0).add(new Input(Shape.of(4, 4)), 0, 0)
        .add(GraphAttention.of(2, 2, Activation.NONE), 0, 0).wire(1, 3).wire(2, 3);
    Parameters graph = Parameters.initial(network, network.analyse(), new Seeds(1));
    new Regularizer(new Regularization(0, 0.5, Clip.NONE, 1), graph, KernelChoice.create(1)).apply();
    for (String name : List.of("weight", "listener", "speaker")) {
      Tensor weights = graph.find(3, name).orElseThrow().tensor();
      for (int i = 0; i < weights.count(); i++) {
        assertThat(weights.grads()[i]).as(name).isEqualTo(0.5f * weights.values()[i]).isNotZero();
      }
    }
    assertThat(graph.find(3, "bias").orElseThrow().tensor().grads()).containsOnly(0);
  }

  @Test
  void aWeightOfZeroIsNotPushedByL1() {
    weight.set(0, 0);
    apply(new Regularization(0.5, 0, Clip.NONE, 1));
    assertThat(weight.grads()).containsExactly(0, 0);
  }

  @Test
  void clippingByValueCutsEachNumber() {
    grads(weight, 3, -0.5f);
    grads(bias, -9);
    apply(new Regularization(0, 0, Clip.VALUE, 1));
    assertThat(weight.grads()).containsExactly(1, -0.5f);
    assertThat(bias.grads()).containsExactly(-1);
  }

  @Test
  void clippingByNormShortensTheWholeGradientAndKeepsItsDirection() {
    grads(weight, 3, 0);
    grads(bias, 4);
    double norm = apply(new Regularization(0, 0, Clip.NORM, 1));
    assertThat(norm).isEqualTo(5);
    assertThat(weight.grads()).containsExactly(0.6f, 0);
    assertThat(bias.grads()).containsExactly(0.8f);
  }

  @Test
  void aGradientWithinTheLimitStaysAsItIs() {
    grads(weight, 0.3f, 0.4f);
    assertThat(apply(new Regularization(0, 0, Clip.NORM, 1))).isCloseTo(0.5, within(1e-7));
    assertThat(weight.grads()).containsExactly(0.3f, 0.4f);
  }

  @Test
  void theNormIsFiniteForTheLargestFloatsAndNotForOthers() {
    grads(weight, Float.MAX_VALUE, Float.MAX_VALUE);
    assertThat(apply(Regularization.NONE)).isFinite();
    grads(weight, 1, Float.NaN);
    assertThat(apply(new Regularization(0, 0, Clip.NORM, 1))).isNaN();
    assertThat(weight.grads()[0]).as("nothing is clipped then").isEqualTo(1);
    grads(weight, Float.NEGATIVE_INFINITY, 1);
    assertThat(apply(Regularization.NONE)).isInfinite();
  }

  @Test
  void theNormIsThatOfTheLossAloneAndTheClippedOneCountsThePenalties() {
    grads(weight, 3, 4);
    weight.set(0, 5);
    Regularizer regularizer = new Regularizer(new Regularization(0, 1, Clip.NORM, 1), parameters, KernelChoice.create(1));
    assertThat(regularizer.apply()).isEqualTo(5);
    assertThat(regularizer.norm(0)).isEqualTo(5);
    assertThat(Math.hypot(weight.grads()[0], weight.grads()[1])).isCloseTo(1, within(1e-6));
    assertThat(weight.grads()[1] / weight.grads()[0]).isCloseTo(3, within(1e-6f));
  }

  @Test
  void everySettingHasItsTexts() {
    for (Texts texts : Texts.all()) {
      Regularization.FORM.settings().forEach(setting -> assertThat(texts.say(setting.title()) + texts.say(setting.help())).isNotBlank());
    }
    assertThat(Regularization.FORM.problem(Regularization.NONE)).isEmpty();
  }

  private double apply(Regularization settings) {
    return new Regularizer(settings, parameters, KernelChoice.create(1)).apply();
  }

  private static void grads(Tensor tensor, float... numbers) {
    System.arraycopy(numbers, 0, tensor.grads(), 0, numbers.length);
  }
}
