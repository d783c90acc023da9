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

class DropoutMaskTest {
  private static final int WIDTH = 20_000;

  private final TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), 1, 3);
  private final Tensor x = builder.input(Shape.of(WIDTH));
  private final DropoutMask mask = new DropoutMask(builder, "output", x, 0.3);

  DropoutMaskTest() {
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
    mask.begin(1);
    mask.forward(Mode.TRAIN);
    assertThat(mask.output().values()).isNotEqualTo(first);
  }

  @Test
  void aStepDropsTheSameNumbersWheneverItIsTaken() {
    mask.begin(7);
    mask.forward(Mode.TRAIN);
    float[] first = mask.output().values().clone();
    mask.begin(8);
    mask.forward(Mode.TRAIN);
    mask.begin(7);
    mask.forward(Mode.TRAIN);
    assertThat(mask.output().values()).isEqualTo(first);
  }

  @Test
  void stepsAndNeighboursDropIndependently() {
    int[] both = new int[2];
    boolean[][] kept = new boolean[2][];
    for (int step = 0; step < 2; step++) {
      mask.begin(step);
      mask.forward(Mode.TRAIN);
      kept[step] = new boolean[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        kept[step][i] = mask.output().values()[i] > 0;
        both[0] += i > 0 && kept[step][i] && kept[step][i - 1] ? 1 : 0;
        both[1] += step > 0 && kept[0][i] && kept[1][i] ? 1 : 0;
      }
    }
    assertThat(both[0] / (2.0 * WIDTH)).isCloseTo(0.49, within(0.02));
    assertThat(both[1] / (double) WIDTH).isCloseTo(0.49, within(0.02));
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
    assertThatThrownBy(() -> new DropoutMask(builder, "output", x, 1)).hasMessageContaining("rate must be").hasMessageContaining("was 1.0");
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
