package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.Smoothing;

class CurveTest {
  private final Curve curve = new Curve(new Smoothing(0.94));

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

  /** D of a GAN, which rests while G learns alone. */
  private void rest(int from, int to, int steps) {
    IntStream.rangeClosed(1, steps).filter(step -> step < from || step > to).forEach(step -> curve.add(step, step));
  }

  @Test
  void aColumnEndsWhereTheStepsPause() {
    rest(502, 1000, 30_000);
    int pauses = 0;
    for (int column = 1; column < curve.size(); column++) {
      pauses += curve.pausesBefore(column) ? 1 : 0;
      if (curve.pausesBefore(column)) {
        assertThat(curve.lastStep(column - 1)).isEqualTo(501);
        assertThat(curve.step(column)).isEqualTo(1001);
      } else {
        assertThat(curve.step(column)).isEqualTo(curve.lastStep(column - 1) + 1);
      }
    }
    assertThat(pauses).isEqualTo(1);
    assertThat(curve.lastStep(curve.size() - 1)).isEqualTo(30_000);
    assertThat(curve.columnAt(800)).isEqualTo(curve.columnAt(501));
    assertThat(curve.columnsUpTo(800)).isEqualTo(curve.columnAt(501) + 1);
  }

  @Test
  void aFileKeepsThePause() {
    rest(3_002, 6_000, 30_000);
    for (Curve kept : List.of(Curve.of(curve.forFile(), curve.smoothing()), Curve.of(curve.pieces(), curve.last(), curve.smoothing()))) {
      int[] pauses = IntStream.range(0, kept.size()).filter(kept::pausesBefore).toArray();
      assertThat(pauses).hasSize(1);
      assertThat(kept.lastStep(pauses[0] - 1)).isEqualTo(3_001);
      assertThat(kept.step(pauses[0])).isEqualTo(6_001);
    }
    assertThat(curve.forFile().count()).isBetween(96, 128);
  }

  /** What is measured each hundred steps fills the columns, too, and none of them says that it paused. */
  @Test
  void whatIsMeasuredEachHundredStepsFillsTheColumns() {
    IntStream.rangeClosed(1, 30_000).forEach(step -> curve.add(100.0 * step, step == 777 ? 50_000 : step));
    assertThat(curve.size()).isBetween(600, 2048);
    assertThat(curve.most(0, curve.size())).isEqualTo(50_000);
    assertThat(curve.lastStep(curve.size() - 1)).isEqualTo(3_000_000);
    assertThat(curve.valuesBefore(curve.size())).isEqualTo(30_000);
    assertThat(IntStream.range(0, curve.size()).filter(curve::pausesBefore)).isEmpty();
    assertThat(curve.forFile().count()).isBetween(64, 128);
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

  /** A loss that falls fast and jumps, as in the first steps of most trainings. */
  private static double falling(int step) {
    return 2.3 * Math.exp(-step / 12.0) + 0.05 * Math.sin(7.3 * step);
  }

  /** The smoothed line runs through the measured one at every step: it does not lag behind where the loss falls fast. */
  @Test
  void theSmoothedCurveStaysWithinTheMeasuredOneAtEveryLengthOfTheRun() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    for (int length = 1; length <= 2000; length++) {
      run.add(length, falling(length));
      int first = Math.max(1, length - (length < 50 ? 12 : 60));
      double least = IntStream.rangeClosed(first, length).mapToDouble(CurveTest::falling).min().orElseThrow();
      double most = IntStream.rangeClosed(first, length).mapToDouble(CurveTest::falling).max().orElseThrow();
      assertThat(run.smoothed()).as("after %d steps", length).isBetween(least, most);
      assertThat(run.smooth(run.size() - 1)).isEqualTo(run.smoothed());
    }
  }

  /**
   * A loss that stays for long, and then falls by two factors of ten within thirty steps, as where a network finds out what to remember.
   */
  private static double plateau(int step) {
    return step < 60 ? 1.1 : step < 90 ? 1.1 * Math.pow(100, (60 - step) / 30.0) : 0.011;
  }

  @Test
  void theSmoothedCurveFallsAsFastAsTheMeasuredOne() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    for (int step = 1; step <= 400; step++) {
      run.add(step, plateau(step));
      assertThat(run.smoothed()).as("after %d steps", step).isBetween(plateau(step), plateau(Math.max(1, step - 5)));
    }
  }

  @Test
  void noiseIsSmoothedAsByTheMeanAlone() {
    SplittableRandom random = new SplittableRandom(7);
    Curve run = new Curve(Smoothing.AUTOMATIC);
    double squares = 0;
    for (int step = 1; step <= 5_000; step++) {
      run.add(step, random.nextGaussian());
      squares += step > 1000 ? run.smoothed() * run.smoothed() : 0;
    }
    // the mean alone: (1 − k)/(1 + k) = 0.031 of the variance
    assertThat(squares / 4_000).isLessThan(0.06);
  }

  @Test
  void aBranchIsSmoothedOnFromWhereItLeft() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    IntStream.rangeClosed(1, 90).forEach(step -> run.add(step, plateau(step)));
    Curve branch = run.upTo(70);
    IntStream.rangeClosed(71, 90).forEach(step -> branch.add(step, plateau(step)));
    assertThat(branch.smoothed()).isEqualTo(run.smoothed());
  }

  @Test
  void theSmoothedValueOfAShortRunIsNearItsLastValues() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    for (int step = 1; step <= 27; step++) {
      run.add(step, falling(step));
    }
    assertThat(run.factor()).isEqualTo(0.6);
    assertThat(run.smoothed()).isLessThan(0.45);
  }

  @Test
  void aRunThatGrowsLongIsSmoothedMore() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    double[] factors = new double[400];
    for (int step = 1; step < factors.length; step++) {
      run.add(step, falling(step));
      factors[step] = run.factor();
    }
    assertThat(factors[49]).isEqualTo(0.6);
    assertThat(factors[50]).isEqualTo(0.9);
    assertThat(factors[300]).isEqualTo(0.9);
    assertThat(factors[301]).isEqualTo(0.94);
  }

  @Test
  void aCurveFromAFileIsSmoothedAsIfItWereNew() {
    Curve run = new Curve(Smoothing.AUTOMATIC);
    IntStream.rangeClosed(1, 90).forEach(step -> run.add(step, falling(step)));
    Curve kept = Curve.of(run.forFile(), Smoothing.AUTOMATIC);
    assertThat(kept.factor()).isEqualTo(run.factor());
    for (int column = 0; column < run.size(); column++) {
      assertThat(kept.smooth(column)).isEqualTo(run.smooth(column), within(1e-12));
    }
  }

  @Test
  void theSmoothedCurveIsTheSameHoweverManyColumnsThereAre() {
    add(20_000);
    double average = 1;
    for (int step = 2; step <= 20_000; step++) {
      double value = step == 3000 ? -7 : step == 1234 ? 50_000 : step;
      average = 0.94 * average + 0.06 * value;
    }
    assertThat(curve.smoothed()).as("the beginning is long forgotten").isEqualTo(average, within(1e-9));
    assertThat(curve.smooth(curve.size() - 1)).isEqualTo(curve.smoothed());
  }
}
