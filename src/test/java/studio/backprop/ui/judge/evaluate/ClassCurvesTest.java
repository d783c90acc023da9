package studio.backprop.ui.judge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.ui.judge.evaluate.ClassCurves.Calibration;

/** What the plot of calibration draws, and the error that is written above it. */
class ClassCurvesTest {
  /** Of 10 examples with 0.85 two come true, of 90 with 0.15 none: of the class, and of the predicted class, something else is off. */
  @Test
  void theErrorOfTwoClassesIsThatOfThePointsThatAreDrawn() {
    boolean[] truth = new boolean[100];
    double[] score = new double[100];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i < 2;
      score[i] = i < 10 ? 0.85 : 0.15;
    }
    BinaryEvaluation two = new BinaryEvaluation(truth, score, true, 0.5);
    Calibration drawn = ClassCurves.of(two).calibration().orElseThrow();
    assertThat(drawn.bins(false).expectedError()).isEqualTo(0.1 * 0.65 + 0.9 * 0.15, within(1e-12));
    assertThat(drawn.bins(true).expectedError()).isEqualTo(0.1 * 0.65 + 0.9 * 0.15, within(1e-12));
    double ofPredicted = two.values(null)[two.metrics().indexOf(EvaluationMetric.EXPECTED_CALIBRATION_ERROR)];
    assertThat(ofPredicted).as("both lie in one bin of confidence").isEqualTo(0.92 - 0.85, within(1e-12));
  }
}
