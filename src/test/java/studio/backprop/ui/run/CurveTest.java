package studio.backprop.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  private final Curve curve = new Curve(0.94);

  private void add(int steps) {
    for (int step = 1; step <= steps; step++) {
      curve.add(step, step == 3000 ? -7 : step == 1234 ? 50_000 : step);
    }
  }

  @Test
  void theSmallestAndLargestValueSurviveEveryHalving() {
    add(20_000);
    assertThat(curve.size()).isLessThanOrEqualTo(2048);
    assertThat(curve.least(0, curve.size())).isEqualTo(-7);
    assertThat(curve.most(0, curve.size())).isEqualTo(50_000);
  }

  @Test
  void columnsCoverAllStepsWithoutGapOrOverlap() {
    add(20_000);
    assertThat(curve.step(0)).isEqualTo(1);
    for (int column = 1; column < curve.size(); column++) {
      assertThat(curve.step(column)).isEqualTo(curve.lastStep(column - 1) + 1);
    }
    assertThat(curve.lastStep(curve.size() - 1)).isEqualTo(20_000);
  }

  @Test
  void aStepIsFoundInTheColumnThatCoversIt() {
    add(5_000);
    for (int step : new int[] {1, 2, 777, 4999, 5000}) {
      int column = curve.columnAt(step);
      assertThat((double) step).isBetween(curve.step(column), curve.lastStep(column));
    }
    assertThat(curve.columnAt(-3)).isZero();
    assertThat(curve.columnAt(9e9)).isEqualTo(curve.size() - 1);
  }

  @Test
  void theSmoothedCurveIsTheSameHoweverManyColumnsThereAre() {
    add(20_000);
    double average = 1;
    for (int step = 2; step <= 20_000; step++) {
      double value = step == 3000 ? -7 : step == 1234 ? 50_000 : step;
      average = 0.94 * average + 0.06 * value;
    }
    assertThat(curve.smoothed()).isEqualTo(average, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(curve.smooth(curve.size() - 1)).isEqualTo(curve.smoothed());
  }
}
