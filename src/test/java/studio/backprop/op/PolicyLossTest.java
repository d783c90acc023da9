package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** The losses of a policy against their papers' formulas, worked out in double precision: PyTorch has none of them. */
class PolicyLossTest {
  private static final double[][] LOGITS = {{0.3, -1.2, 0.8}, {2, 0.1, -0.4}, {0, 0, 0}, {-3, 1, 4}};
  private static final int[] TAKEN = {2, 0, 1, 0};
  private static final double[] ADVANTAGES = {1.5, -0.8, 0.4, 2};
  /** π now is far above, near, equal and far below. */
  private static final double[] OLD = {-1.2, -0.3, Math.log(1.0 / 3), -2};
  private static final double BETA = 0.03;
  private static final double CLIP = 0.2;

  @Test
  void policyGradientIsTheAdvantageTimesTheLogarithm() {
    check(softmax -> new PolicyGradient(softmax.builder, softmax.op, softmax.target),
        (log, advantage, old) -> -advantage * log);
  }

  @Test
  void ppoTakesTheSmallerOfBothRatios() {
    check(softmax -> new PpoClip(softmax.builder, softmax.op, softmax.target), (log, advantage, old) -> {
      double ratio = Math.exp(log - old);
      return -Math.min(ratio * advantage, Math.max(1 - CLIP, Math.min(1 + CLIP, ratio)) * advantage);
    });
  }

  @Test
  void beyondTheClipNothingPullsFurther() {
    Softened softened = softened();
    PpoClip loss = new PpoClip(softened.builder, softened.op, softened.target);
    fill(loss, softened.target);
    loss.entropyWeight(0);
    run(softened, loss);
    assertThat(loss.ratio(0)).isGreaterThan(1 + CLIP);
    assertThat(softened.logits.grads()[0]).isZero(); // better than expected, and likelier by more than the clip
    assertThat(loss.ratio(3)).isLessThan(1 - CLIP);
    assertThat(softened.logits.grads()[9]).isNegative(); // better than expected, and less likely: it is to come back
  }

  @Test
  void whatTheyKnowOfEntropyAndRatio() {
    Softened softened = softened();
    PpoClip loss = new PpoClip(softened.builder, softened.op, softened.target);
    fill(loss, softened.target);
    run(softened, loss);
    assertThat(loss.entropy(2)).isCloseTo(Math.log(3), within(1e-6));
    assertThat(loss.ratio(2)).isCloseTo(1, within(1e-6));
    assertThat(loss.logProbability(3)).isCloseTo(-3 - logSum(LOGITS[3]), within(1e-5));
  }

  private interface Rule {
    double cost(double log, double advantage, double old);
  }

  private record Softened(TestBuilder builder, Tensor logits, Softmax op, Tensor target) {}

  private static Softened softened() {
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), LOGITS.length, 1);
    Tensor logits = builder.input(Shape.of(3));
    for (int row = 0; row < LOGITS.length; row++) {
      for (int i = 0; i < 3; i++) {
        logits.values()[3 * row + i] = (float) LOGITS[row][i];
      }
    }
    Softmax softmax = new Softmax(builder, "p", logits);
    builder.add(softmax);
    return new Softened(builder, logits, softmax, builder.target(Shape.of(3)));
  }

  private static void fill(PolicyLoss loss, Tensor target) {
    for (int row = 0; row < TAKEN.length; row++) {
      target.values()[3 * row + TAKEN[row]] = 1;
      loss.advantages().values()[row] = (float) ADVANTAGES[row];
      loss.logOld().values()[row] = (float) OLD[row];
    }
    loss.entropyWeight(BETA);
  }

  private static void run(Softened softened, PolicyLoss loss) {
    softened.builder.add(loss);
    softened.builder.forward(Mode.TRAIN);
    softened.builder.backward(loss.output(), new float[] {1});
  }

  private static void check(Function<Softened, PolicyLoss> place, Rule rule) {
    Softened softened = softened();
    PolicyLoss loss = place.apply(softened);
    fill(loss, softened.target);
    run(softened, loss);
    assertThat((double) loss.output().values()[0]).isCloseTo(mean(LOGITS, rule), within(1e-5));
    double h = 1e-6;
    for (int row = 0; row < LOGITS.length; row++) {
      for (int i = 0; i < 3; i++) {
        double slope = (mean(moved(row, i, h), rule) - mean(moved(row, i, -h), rule)) / (2 * h);
        assertThat((double) softened.logits.grads()[3 * row + i]).as("row %d, logit %d", row, i).isCloseTo(slope, within(1e-5));
      }
    }
  }

  private static double[][] moved(int row, int at, double by) {
    double[][] moved = new double[LOGITS.length][];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = LOGITS[i].clone();
    }
    moved[row][at] += by;
    return moved;
  }

  private static double logSum(double[] z) {
    return Math.log(Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]));
  }

  private static double mean(double[][] logits, Rule rule) {
    double sum = 0;
    for (int row = 0; row < logits.length; row++) {
      double all = logSum(logits[row]);
      double entropy = 0;
      for (double z : logits[row]) {
        entropy -= Math.exp(z - all) * (z - all);
      }
      sum += rule.cost(logits[row][TAKEN[row]] - all, ADVANTAGES[row], OLD[row]) - BETA * entropy;
    }
    return sum / logits.length;
  }
}
