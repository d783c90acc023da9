package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExtentTest {
  private final Extent extent = new Extent();

  @Test
  void theLargestSizeLeavesOutWhatIsNotFinite() {
    assertThat(extent.largest(new float[] {1, -3, Float.NaN, Float.POSITIVE_INFINITY, 2})).isEqualTo(3);
    assertThat(extent.largest(new float[0])).isZero();
  }

  @Test
  void oneOutlierDoesNotStretchTheScale() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 2 == 0 ? 1 : -1) * i / 1000f;
    }
    values[0] = 2;
    assertThat(extent.quantile(values, 0, values.length, 0.99)).isCloseTo(0.99f, within(0.005f));
    assertThat(extent.quantile(values, 0, values.length, 1)).isEqualTo(2);
  }

  @Test
  void zerosHaveNoExtent() {
    assertThat(extent.quantile(new float[5], 0, 5, 0.995)).isZero();
  }
}
