package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

class NormalizeBatchTest {
  private final TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), 4, 1);
  private final Tensor x = builder.input(Shape.of(1));
  private final Tensor runningMean = builder.parameter("running_mean", 1, Shape.of(1), false);
  private final Tensor runningVariance = builder.parameter("running_variance", 1, Shape.of(1), false);

  private NormalizeBatch normalize(Tensor input) {
    Tensor gamma = builder.parameter("gamma", 1, Shape.of(1), true);
    gamma.set(1);
    Tensor beta = builder.parameter("beta", 1, Shape.of(1), true);
    runningVariance.set(1);
    return new NormalizeBatch(builder, "output", input, new NormalizeBatch.State(gamma, beta, runningMean, runningVariance), 0.1, 1e-5);
  }

  @Test
  void theRunningNumbersMoveATenthOfTheWay() {
    x.set(1, 2, 3, 6);
    normalize(x).forward(Mode.TRAIN);
    assertThat(runningMean.values()[0]).isCloseTo(0.3f, within(1e-6f));
    assertThat(runningVariance.values()[0]).as("unbiased: 14/3").isCloseTo(0.9f + 0.1f * 14 / 3, within(1e-6f));
  }

  @Test
  void evaluatingLeavesTheRunningNumbersAlone() {
    x.set(1, 2, 3, 6);
    normalize(x).forward(Mode.EVALUATE);
    assertThat(runningMean.values()).containsExactly(0f);
    assertThat(runningVariance.values()).containsExactly(1f);
  }

  @Test
  void theRunningNumbersComeToThoseOfTheData() {
    NormalizeBatch op = normalize(x);
    x.set(1, 2, 3, 6);
    for (int step = 0; step < 200; step++) {
      op.forward(Mode.TRAIN);
    }
    assertThat(runningMean.values()[0]).isCloseTo(3f, within(1e-4f));
    assertThat(runningVariance.values()[0]).isCloseTo(14 / 3f, within(1e-4f));
  }

  @Test
  void aSingleExampleGivesBetaAndStaysFinite() {
    TestBuilder single = new TestBuilder(new ScalarKernels(Workers.of(1)), 1, 1);
    Tensor one = single.input(Shape.of(1));
    one.set(5);
    NormalizeBatch op = normalize(one);
    op.forward(Mode.TRAIN);
    assertThat(op.output().values()[0]).isZero();
    assertThat(runningVariance.values()[0]).isCloseTo(0.9f, within(1e-6f));
  }

  @Test
  void aLargeMeanDoesNotCostTheDigitsOfTheVariance() {
    x.set(10_001, 10_002, 10_003, 10_006);
    NormalizeBatch op = normalize(x);
    op.forward(Mode.TRAIN);
    assertThat(op.inner().get(1).values()[0]).isCloseTo(3.5f, within(1e-3f));
  }
}
