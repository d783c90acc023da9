package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;

/** The slope that is written beside a curve is the one that the engine multiplies gradients by. */
class ActivationCurveTest {
  private static ActivationCurve curve(Activation activation) {
    return ActivationCurve.of(new Activate(activation), 12).orElseThrow();
  }

  @Test
  void theSlopeOfAReluIsOneOrZeroRightBesideItsKink() {
    assertThat(curve(Activation.RELU).slopesAt(new float[] {-20, -0.02f, 0, 0.02f, 20})).containsExactly(0, 0, 0, 1, 1);
    assertThat(curve(Activation.RELU).slopes()).containsOnly(0, 1);
    assertThat(curve(Activation.LEAKY_RELU).slopesAt(new float[] {-0.02f, 0.02f})).containsExactly(new float[] {0.01f, 1}, within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "STEP", "SOFTMAX", "LOG_SOFTMAX"})
  void elsewhereTheSlopeFollowsTheCurve(Activation activation) {
    ActivationCurve curve = curve(activation);
    for (int i = 201; i < ActivationCurve.SAMPLES - 1; i += 7) {
      double rise = (curve.values()[i + 1] - curve.values()[i - 1]) / (curve.x(i + 1) - curve.x(i - 1));
      assertThat((double) curve.slopes()[i]).as("at " + curve.x(i)).isCloseTo(rise, within(0.01));
    }
  }

  @Test
  void aStepIsFlatOnBothSidesOfItsJump() {
    ActivationCurve curve = curve(Activation.STEP);
    assertThat(curve.slopes()).containsOnly(0);
    for (int i = 0; i < ActivationCurve.SAMPLES; i++) {
      assertThat(curve.values()[i]).as("at " + curve.x(i)).isEqualTo(curve.x(i) > 0 ? 1 : 0);
    }
  }

  @Test
  void manyNumbersAreAskedInParts() {
    float[] xs = new float[40_000];
    xs[39_999] = 5;
    float[] slopes = curve(Activation.RELU).slopesAt(xs);
    assertThat(slopes).hasSize(40_000);
    assertThat(slopes[39_998]).isZero();
    assertThat(slopes[39_999]).isEqualTo(1);
  }
}
