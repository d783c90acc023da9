package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassQualityTest {
  @Test
  void recallAsksTheRowAndPrecisionTheColumn() {
    ClassQuality quality = ClassQuality.of(new int[][] {{6, 2}, {1, 3}}, 0);
    assertThat(quality.recall()).isEqualTo(6 / 8.0);
    assertThat(quality.precision()).isEqualTo(6 / 7.0);
    assertThat(quality.f1()).isEqualTo(2 * 0.75 * (6 / 7.0) / (0.75 + 6 / 7.0), within(1e-12));
  }

  @Test
  void aClassThatIsNeverPredictedHasNoPrecision() {
    ClassQuality quality = ClassQuality.of(new int[][] {{0, 4}, {0, 3}}, 0);
    assertThat(quality.precision()).isNaN();
    assertThat(quality.f1()).isZero();
  }
}
