package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Courses;
import studio.backprop.ui.workspace.run.RunHistory;

class CurveBinsTest {
  private static final int STEPS = 1_000_000;

  private final RunHistory history = Courses.of(STEPS, step -> step == 777_777 ? 50 : 1 + Math.sin(step));
  private final CurveBins bins = new CurveBins();

  @Test
  void aMillionStepsAreShownInFewColumnsAndTheOutlierIsNotLost() {
    bins.fill(history, CurveKind.LOSS, 0, STEPS, 500);
    assertThat(bins.size()).isBetween(200, 500);
    double most = 0;
    for (int bin = 0; bin < bins.size(); bin++) {
      most = Math.max(most, bins.most(bin));
    }
    assertThat(most).isEqualTo(50);
  }

  @Test
  void atTheNearestEveryStepStandsAloneWithItsExactValue() {
    bins.fill(history, CurveKind.LOSS, 777_770, 777_780, 500);
    assertThat(bins.size()).isBetween(11, 13);
    for (int bin = 0; bin < bins.size(); bin++) {
      double step = bins.first(bin);
      assertThat(bins.last(bin)).isEqualTo(step);
      assertThat(bins.most(bin)).isEqualTo(step == 777_777 ? 50 : 1 + Math.sin(step));
      assertThat(bins.least(bin)).isEqualTo(bins.most(bin));
    }
  }

  @Test
  void theSmoothedLineIsTheSameNearAndFar() {
    isTheSameNearAndFar(history);
    isTheSameNearAndFar(Courses.of(STEPS, step -> step < STEPS - 40 ? 2 + Math.sin(step) : Math.exp(-step % 40), Smoothing.AUTOMATIC));
  }

  private void isTheSameNearAndFar(RunHistory history) {
    bins.fill(history, CurveKind.LOSS, 0, STEPS, 100);
    double far = bins.smooth(bins.size() - 1);
    bins.fill(history, CurveKind.LOSS, STEPS - 10, STEPS, 100);
    assertThat(bins.smooth(bins.size() - 1)).isCloseTo(far, within(1e-12));
  }

  @Test
  void whereANetworkRestsTheLineIsBrokenNearAndFar() {
    RunHistory rests = Courses.of(10_000, step -> step > 4_000 && step <= 6_000 ? Double.NaN : 1);
    breaksOnce(rests, 0, 10_000);
    breaksOnce(rests, 3_950, 6_050);
  }

  @Test
  void theLineIsBrokenWhereItHasFewerPlacesThanColumns() {
    RunHistory rests = Courses.of(3_000, step -> step > 503 && step <= 1_000 ? Double.NaN : 1);
    breaksOnce(rests, 0, 3_000, 300);
    assertThat(bins.size()).isLessThanOrEqualTo(301);
  }

  private void breaksOnce(RunHistory history, double from, double to) {
    breaksOnce(history, from, to, 3_000);
  }

  private void breaksOnce(RunHistory history, double from, double to, int columns) {
    bins.fill(history, CurveKind.LOSS, from, to, columns);
    int breaks = 0;
    for (int bin = 0; bin < bins.size(); bin++) {
      assertThat(bins.smooth(bin)).isEqualTo(1);
      breaks += bins.restedBefore(bin) ? 1 : 0;
    }
    assertThat(breaks).isEqualTo(1);
  }
}
