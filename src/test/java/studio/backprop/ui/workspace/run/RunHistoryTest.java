package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Quantity;
import studio.backprop.ui.kit.Smoothing;

class RunHistoryTest {
  @Test
  void theLogHoldsEveryStepAsItWas() {
    RunHistory history = Courses.of(10_000, step -> 1 / step);
    StepLog log = history.log();
    assertThat(log.size()).isEqualTo(10_000);
    assertThat(log.value(7_122, history.column(Quantity.batch(Metric.LOSS)))).isEqualTo(1 / 7_123.0);
    assertThat(log.rowAt(7_123)).isEqualTo(7_122);
    assertThat(log.rowAt(7_122.5)).isEqualTo(7_122);
    assertThat(log.rowAt(20_000)).isEqualTo(10_000);
  }

  @Test
  void aRunWithoutEndLetsGoOfEverySecondOfItsOldSteps() {
    int steps = StepLog.MOST * 3 / 2;
    StepLog log = Courses.of(steps, step -> step).log();
    assertThat(log.thinned()).isTrue();
    assertThat(log.size()).isLessThanOrEqualTo(StepLog.MOST);
    assertThat(log.step(0)).isEqualTo(1);
    assertThat(log.step(1)).isGreaterThan(2);
    int kept = StepLog.MOST / 2;
    for (int row = 1; row < log.size() - kept; row++) {
      assertThat(log.step(row) - log.step(row - 1)).isBetween(1.0, 8.0);
    }
    for (int row = 0; row < kept; row++) {
      assertThat(log.step(log.size() - 1 - row)).isEqualTo(steps - row);
    }
    assertThat(log.step(log.rowAt(1000))).isBetween(1000.0, 1008.0);
  }

  @Test
  void aFrozenLogDoesNotGrow() {
    RunHistory history = Courses.of(5, step -> step);
    StepLog frozen = history.log().frozen();
    history.add(new double[] {6, 6, 6, 6}, 0);
    assertThat(frozen.size()).isEqualTo(5);
    assertThat(history.log().size()).isEqualTo(6);
  }

  @Test
  void smoothingAnewIsTheSameAsHavingSmoothedSoFromTheBeginning() {
    RunHistory history = Courses.of(9_000, step -> Math.sin(step) + step / 1000);
    history.smooth(new Smoothing(0.6));
    Curve anew = new Curve(new Smoothing(0.6));
    for (int step = 1; step <= 9_000; step++) {
      anew.add(step, Math.sin(step) + step / 1000.0);
    }
    assertThat(history.loss().smoothed()).isEqualTo(anew.smoothed());
    for (int column = 0; column < anew.size(); column++) {
      assertThat(history.loss().smooth(column)).isCloseTo(anew.smooth(column), within(1e-12));
    }
  }

  @Test
  void aRateThatNeverMovedDoesNotVary() {
    RunHistory history = Courses.of(100, step -> step);
    assertThat(history.rateVaries()).isFalse();
    history.add(new double[] {101, 1, 1, 0.02}, 0);
    assertThat(history.rateVaries()).isTrue();
  }
}
