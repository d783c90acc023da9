package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.Mode;
import studio.backprop.op.TestBuilder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** What the losses do with the layer before them, and with extreme numbers. */
class LossTest {
  private static final float[] TARGET = {0, 1, 0};

  /** A loss over an activation over numbers. */
  private static final class Graph {
    final TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 1);
    final Tensor x = builder.input(Shape.of(3));
    final Tensor loss;

    Graph(Activation before, Loss over, float... numbers) {
      loss = Output.of(over).build(builder, List.of(new Activate(before).build(builder, List.of(x))));
      x.set(numbers);
      builder.target().set(TARGET);
      builder.forward(Mode.TRAIN);
      builder.backward(loss, new float[] {1});
    }

    float value() {
      return loss.values()[0];
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTMAX, CROSS_ENTROPY", "LOG_SOFTMAX, CROSS_ENTROPY", "SOFTMAX, KL_DIVERGENCE", "LOG_SOFTMAX, KL_DIVERGENCE",
    "SIGMOID, BINARY_CROSS_ENTROPY"
  })
  void probabilitiesAndLogitsCostTheSame(Activation before, Loss loss) {
    Graph fromProbabilities = new Graph(before, loss, 200, -90, 3);
    Graph fromLogits = new Graph(Activation.NONE, loss, 200, -90, 3);
    assertThat(fromProbabilities.value()).isEqualTo(fromLogits.value());
    assertThat(fromProbabilities.x.grads()).isEqualTo(fromLogits.x.grads());
    assertThat(fromProbabilities.builder.prediction().values()).containsExactly(fromLogits.builder.prediction().values(), within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource(value = Loss.class, names = {"CROSS_ENTROPY", "KL_DIVERGENCE"})
  void thePredictionIsTheProbabilities(Loss loss) {
    float[] prediction = new Graph(Activation.NONE, loss, 1, 2, 3).builder.prediction().values();
    assertThat(prediction[0] + prediction[1] + prediction[2]).isCloseTo(1, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"SOFTMAX", "HARD_SIGMOID"})
  void binaryCrossEntropyTakesOtherProbabilitiesAsTheyAre(Activation before) {
    Graph graph = new Graph(before, Loss.BINARY_CROSS_ENTROPY, 1, 2, 3);
    assertThat(graph.builder.producer(graph.loss)).isInstanceOf(BinaryCrossEntropy.class);
    assertThat(graph.builder.ops()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void extremeNumbersCostAFiniteAmount(Loss loss) {
    for (float size : new float[] {0, 1e-30f, 100, 1e4f, 1e8f}) {
      Graph graph = new Graph(Activation.NONE, loss, size, -size, 0);
      assertThat(graph.value()).isFinite();
      assertThat(graph.x.grads()).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void extremeNumbersBendToFiniteOnesWithFiniteSlopes(Activation function) {
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 1);
    float[] extreme = {0, -0f, 1e-30f, -1e-30f, 20, -20, 90, -90, 1e4f, -1e4f, 1e18f, -1e18f, 3, -3, 1, -1};
    Tensor x = builder.input(Shape.of(extreme.length));
    Tensor y = function.build(builder, x);
    x.set(extreme);
    builder.forward(Mode.TRAIN);
    float[] upstream = new float[extreme.length];
    Arrays.fill(upstream, 1f);
    builder.backward(y, upstream);
    for (int i = 0; i < extreme.length; i++) {
      assertThat(y.values()[i]).as("y at %s", extreme[i]).isFinite();
      assertThat(x.grads()[i]).as("slope at %s", extreme[i]).isFinite();
    }
  }

  @Test
  void aWrongCertaintyIsCostlyButFinite() {
    Graph graph = new Graph(Activation.HARD_SIGMOID, Loss.BINARY_CROSS_ENTROPY, -9, -9, -9);
    assertThat(graph.value()).isCloseTo(100f / 3, within(1e-3f));
  }

  @Test
  void hingeReadsZeroAsTheOtherSide() {
    assertThat(new Graph(Activation.NONE, Loss.HINGE, -2, 2, 0.5f).value()).isCloseTo(0.5f, within(1e-6f));
  }

  /** Two time steps, the second of which has no answer: as if there were only the first. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void anUnknownAnswerCostsNothingAndIsNotCounted(Loss loss) {
    float unknown = Float.NaN;
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 1);
    Tensor x = builder.input(Shape.of(2, 3));
    Tensor cost = Output.of(loss).build(builder, List.of(x));
    x.set(1, 2, 3, 4, 5, 6);
    builder.target().set(0, 1, 0, unknown, unknown, unknown);
    builder.forward(Mode.TRAIN);
    builder.backward(cost, new float[] {1});
    Graph alone = new Graph(Activation.NONE, loss, 1, 2, 3);
    assertThat(cost.values()[0]).isEqualTo(alone.value());
    assertThat(x.grads()).startsWith(alone.x.grads()).endsWith(0, 0, 0);
  }
}
