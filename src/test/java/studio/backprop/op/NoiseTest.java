package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

class NoiseTest {
  private static final int WIDTH = 100_000;
  private static final double DEVIATION = 0.5;

  private final TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 5);
  private final Tensor x = builder.input(Shape.of(WIDTH));
  private final AddNoise noise = new AddNoise(builder, "output", x, DEVIATION);

  private float[] drawn(long step) {
    Arrays.fill(x.values(), 3);
    noise.begin(step);
    noise.forward(Mode.TRAIN);
    float[] drawn = noise.output().values().clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] -= 3;
    }
    return drawn;
  }

  private static double share(float[] numbers, double below) {
    int found = 0;
    for (float number : numbers) {
      found += Math.abs(number) < below ? 1 : 0;
    }
    return (double) found / numbers.length;
  }

  @Test
  void isNormallyDistributed() {
    float[] drawn = drawn(0);
    double sum = 0;
    double squares = 0;
    for (float number : drawn) {
      sum += number;
      squares += number * number;
    }
    assertThat(sum / WIDTH).isCloseTo(0, within(0.01));
    assertThat(Math.sqrt(squares / WIDTH)).isCloseTo(DEVIATION, within(0.01));
    assertThat(share(drawn, DEVIATION)).isCloseTo(0.6827, within(0.01));
    assertThat(share(drawn, 2 * DEVIATION)).isCloseTo(0.9545, within(0.005));
    assertThat(share(drawn, 3 * DEVIATION)).isCloseTo(0.9973, within(0.001));
  }

  @Test
  void isDrawnAnewAtEachStepAndTheSameForTheSameOne() {
    float[] first = drawn(0);
    assertThat(drawn(1)).isNotEqualTo(first);
    assertThat(drawn(0)).isEqualTo(first);
  }

  @Test
  void everythingPassesWhenEvaluating() {
    drawn(0);
    noise.forward(Mode.EVALUATE);
    assertThat(noise.output().values()).isEqualTo(x.values());
  }

  @Test
  void refusesADeviationBelowZero() {
    assertThatThrownBy(() -> new AddNoise(builder, "output", x, -1)).hasMessageContaining("deviation must be").hasMessageContaining("-1");
  }
}
