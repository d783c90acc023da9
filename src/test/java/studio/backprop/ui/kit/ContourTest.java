package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContourTest {
  private static final int SIZE = 33;

  /** Places run from 0 to 1, downwards. */
  private static float[] contour(DoubleBinaryOperator value, double level) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(i % SIZE / (SIZE - 1.0), i / SIZE / (SIZE - 1.0));
    }
    return Contour.of(values, SIZE, (float) level);
  }

  @Test
  void theLevelOfASlopeIsAStraightLineAcross() {
    float[] line = contour((x, y) -> 2 * x - y, 0.4);
    double length = 0;
    for (int i = 0; i < line.length; i += 4) {
      assertThat(2 * line[i] - line[i + 1]).isEqualTo(0.4f, within(1e-5f));
      length += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
    }
    assertThat(length).isEqualTo(Math.hypot(0.5, 1), within(1e-4));
  }

  @Test
  void aHillHasARoundLine() {
    float[] line = contour((x, y) -> Math.hypot(x - 0.5, y - 0.5), 0.3);
    double length = 0;
    for (int i = 0; i < line.length; i += 4) {
      assertThat(Math.hypot(line[i] - 0.5, line[i + 1] - 0.5)).isEqualTo(0.3, within(2e-3));
      length += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
    }
    assertThat(length).isEqualTo(2 * Math.PI * 0.3, within(0.02));
  }

  @Test
  void whereNothingReachesTheLevelThereIsNoLine() {
    assertThat(contour((x, y) -> x, 2)).isEmpty();
    assertThat(contour((x, y) -> Double.NaN, 0)).isEmpty();
  }
}
