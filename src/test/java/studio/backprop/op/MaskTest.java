package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

class MaskTest {
  private static final int WIDTH = 20_000;

  private final TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), 1, 3);
  private final Tensor x = builder.input(Shape.of(WIDTH));
  private final Mask mask = new Mask(builder, "output", x, 0.3);

  MaskTest() {
    builder.add(mask);
    Arrays.fill(x.values(), 2f);
  }

  @Test
  void droppingKeepsTheExpectation() {
    mask.forward(Mode.TRAIN);
    assertThat(mean(mask.output().values())).isCloseTo(2, within(0.05));
    assertThat(dropped()).isBetween((int) (0.28 * WIDTH), (int) (0.32 * WIDTH));
  }

  @Test
  void evaluatingLetsEverythingPass() {
    mask.forward(Mode.EVALUATE);
    assertThat(mask.output().values()).containsOnly(2f);
  }

  @Test
  void eachStepDropsOthers() {
    mask.forward(Mode.TRAIN);
    float[] first = mask.output().values().clone();
    mask.forward(Mode.TRAIN);
    assertThat(mask.output().values()).isNotEqualTo(first);
  }

  @Test
  void theGradientGoesBackThroughWhatWasKept() {
    mask.forward(Mode.TRAIN);
    float[] upstream = new float[WIDTH];
    Arrays.fill(upstream, 3f);
    builder.backward(mask.output(), upstream);
    for (int i = 0; i < WIDTH; i++) {
      assertThat(x.grads()[i]).isEqualTo(1.5f * mask.output().values()[i]);
    }
  }

  @Test
  void refusesToDropEverything() {
    assertThatThrownBy(() -> new Mask(builder, "output", x, 1)).hasMessageContaining("rate must be").hasMessageContaining("was 1.0");
  }

  private int dropped() {
    int dropped = 0;
    for (float y : mask.output().values()) {
      dropped += y == 0 ? 1 : 0;
    }
    return dropped;
  }

  private static double mean(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }
}
