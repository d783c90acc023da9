package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.op.Mode;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.op.SimpleRnnSteps;
import studio.backprop.op.TestBuilder;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Sequences of different lengths: not every batch has every time step. */
class SequenceGradientsTest {
  private final TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 1);
  private final Tensor counts = builder.input(Shape.of(3));
  private final SimpleRnnSteps layer = layer();
  private final SequenceGradients gradients = new SequenceGradients(List.of(new Step(7, layer, true)));

  private SimpleRnnSteps layer() {
    Tensor x = builder.input(Shape.of(3, 1));
    Arrays.fill(x.values(), 0.5f);
    Weights weights = new Weights(
        weight("weightIh", 1, 1), weight("weightHh", 1, 1), weight("biasIh", 1, 1), weight("biasHh", 1, 1));
    SimpleRnnSteps made = new SimpleRnnSteps(builder, "y", x, weights, new Reading(counts, false, false));
    builder.add(made);
    return made;
  }

  private Tensor weight(String name, int rows, int columns) {
    Tensor weight = builder.parameter(name, rows, Shape.of(columns), true);
    Arrays.fill(weight.values(), 0.5f);
    return weight;
  }

  private void lookAt(float... mask) {
    counts.set(mask);
    builder.forward(Mode.TRAIN);
    builder.backward(layer.output(), new float[] {1});
    gradients.look();
  }

  private double[] seen() {
    return gradients.record().get(0).gradients();
  }

  @Test
  void aShortSequenceDoesNotHideTheEarlyStepsOfALongerOne() {
    lookAt(1, 1, 1);
    double[] whole = seen();
    assertThat(whole[0]).isPositive().isLessThan(whole[2]);
    lookAt(0, 0, 1);
    assertThat(seen()).containsExactly(whole);
  }

  @Test
  void aStepThatNoSequenceHasIsNoNumberUntilOneHasIt() {
    lookAt(0, 1, 1);
    assertThat(seen()[0]).isNaN();
    assertThat(seen()[1]).isPositive();
    gradients.clear();
    assertThat(seen()[0]).as("kept until the next look").isNaN();
    lookAt(1, 1, 1);
    assertThat(seen()[0]).isPositive();
  }
}
