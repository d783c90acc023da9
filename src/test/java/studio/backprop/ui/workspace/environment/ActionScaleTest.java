package studio.backprop.ui.workspace.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Bars of actions begin at zero. */
class ActionScaleTest {
  @Test
  void positiveValuesGoFromZeroToTheLargest() {
    ActionScale scale = ActionScale.of(new float[] {36, 18}, false);
    assertThat(scale.start(36)).isZero();
    assertThat(scale.length(36)).isEqualTo(1);
    assertThat(scale.length(18)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void negativeValuesGoFromZeroAtTheRightToTheLeft() {
    ActionScale scale = ActionScale.of(new float[] {-3, -12}, false);
    assertThat(scale.start(-12)).isZero();
    assertThat(scale.length(-12)).isEqualTo(1);
    assertThat(scale.start(-3)).isCloseTo(0.75, within(1e-9));
    assertThat(scale.length(-3)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void valuesOfBothSignsShareOneZero() {
    ActionScale scale = ActionScale.of(new float[] {-1, 3}, false);
    assertThat(scale.place(0)).isCloseTo(0.25, within(1e-9));
    assertThat(scale.start(3)).isEqualTo(scale.place(0));
    assertThat(scale.start(-1) + scale.length(-1)).isCloseTo(scale.place(0), within(1e-9));
  }

  @Test
  void aProbabilityIsItsShareOfOne() {
    ActionScale scale = ActionScale.of(new float[] {0.2f, 0.3f}, true);
    assertThat(scale.length(0.3)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void valuesThatAreAllZeroOrNoNumbersHaveNoLength() {
    assertThat(ActionScale.of(new float[] {0, 0}, false).length(0)).isZero();
    assertThat(ActionScale.of(new float[] {Float.NaN, 2}, false).length(2)).isEqualTo(1);
  }
}
