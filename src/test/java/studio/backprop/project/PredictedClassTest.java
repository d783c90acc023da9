package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Loss;

class PredictedClassTest {
  private static int of(double cut, OptionalDouble own, float... numbers) {
    return PredictedClass.of(numbers, 0, numbers.length, cut, own);
  }

  @Test
  void aNumberAtTheThresholdMeansTheSecondClassWhetherThereAreOneOutputOrTwo() {
    OptionalDouble none = OptionalDouble.empty();
    assertThat(of(0.5, none, 0.5f)).isEqualTo(1);
    assertThat(of(0.5, none, Math.nextDown(0.5f))).isZero();
    assertThat(of(0.5, none, 0.5f, 0.5f)).isEqualTo(1);
    assertThat(of(Loss.HINGE.cut(), none, -0.1f)).isZero();
    assertThat(of(Loss.HINGE.cut(), none, 0)).isEqualTo(1);
  }

  @Test
  void aChosenThresholdDecidesBetweenTwoClassesOnly() {
    OptionalDouble own = OptionalDouble.of(0.25);
    assertThat(of(0.5, own, 0.25f)).isEqualTo(1);
    assertThat(of(0.5, own, 0.8f, 0.2f)).isZero();
    assertThat(of(0.5, own, 0.7f, 0.3f)).isEqualTo(1);
    assertThat(of(0.5, own, 0.2f, 0.3f, 0.5f)).isEqualTo(2);
  }

  @Test
  void ofSeveralEqualNumbersTheFirstIsPredicted() {
    assertThat(of(0.5, OptionalDouble.empty(), 0.1f, 0.3f, 0.3f, 0.3f)).isEqualTo(1);
    assertThat(PredictedClass.of(new float[] {9, 9, 1, 2, 3}, 2, 3, 0.5, OptionalDouble.empty())).as("from a place on").isEqualTo(2);
  }
}
