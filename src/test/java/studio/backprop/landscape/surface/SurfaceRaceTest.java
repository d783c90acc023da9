package studio.backprop.landscape.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.optim.Adam;
import studio.backprop.optim.FormulaLine;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.Sgd;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.StepDecay;

/** Optimizers on a surface: their steps against the formulas in double precision, divergence, schedules and repetition. */
class SurfaceRaceTest {
  private static final SurfacePoint START = new SurfacePoint(-5, 1.5);
  /** Single precision. */
  private static final double ROUNDING = 1e-6;

  private static TrainingSettings entry(Optimizer optimizer, double rate) {
    return TrainingSettings.STANDARD.withOptimizer(optimizer).withRate(rate);
  }

  private static Racer ravine(Optimizer optimizer, double rate, int steps) {
    return SurfaceRace.run(TestSurface.RAVINE, START, List.of(entry(optimizer, rate)), steps).racers().get(0);
  }

  @Test
  void twoStepsOfSgdByHand() {
    // ∂L/∂x = x, ∂L/∂y = 20y: each step multiplies x by 1 − 0.09 and y by 1 − 1.8
    Racer sgd = ravine(Sgd.STANDARD, 0.09, 2);
    assertThat(sgd.at(1).x()).isCloseTo(-5 * 0.91, within(ROUNDING));
    assertThat(sgd.at(1).y()).isCloseTo(1.5 * -0.8, within(ROUNDING));
    assertThat(sgd.at(2).x()).isCloseTo(-5 * 0.91 * 0.91, within(ROUNDING));
    assertThat(sgd.at(2).y()).isCloseTo(1.5 * 0.64, within(ROUNDING));
    assertThat(sgd.loss(1)).isCloseTo(0.5 * (4.55 * 4.55 + 20 * 1.44), within(1e-5));
    assertThat(sgd.length(1)).isCloseTo(Math.hypot(0.45, 2.7), within(ROUNDING));
    assertThat(sgd.way(2)).isCloseTo(Math.hypot(0.45, 2.7) + Math.hypot(0.4095, 2.16), within(ROUNDING));
    assertThat(sgd.distance(2)).isCloseTo(Math.hypot(5 - 4.1405, 1.5 - 0.96), within(ROUNDING));
  }

  @Test
  void twoStepsOfMomentumByHand() {
    double rate = 0.02;
    double x1 = -5 - rate * -5;
    double y1 = 1.5 - rate * 30;
    double vx = 0.9 * -5 + x1;
    double vy = 0.9 * 30 + 20 * y1;
    Racer momentum = ravine(Momentum.STANDARD, rate, 2);
    assertThat(momentum.at(1).x()).isCloseTo(x1, within(ROUNDING));
    assertThat(momentum.at(1).y()).isCloseTo(y1, within(ROUNDING));
    assertThat(momentum.at(2).x()).isCloseTo(x1 - rate * vx, within(ROUNDING));
    assertThat(momentum.at(2).y()).isCloseTo(y1 - rate * vy, within(ROUNDING));
  }

  @Test
  void theFirstStepOfAdamIsItsRateInEachDirection() {
    Racer adam = ravine(Adam.STANDARD, 0.1, 2);
    assertThat(adam.at(1).x()).isCloseTo(-4.9, within(ROUNDING));
    assertThat(adam.at(1).y()).isCloseTo(1.4, within(ROUNDING));
    double m = (0.9 * 0.1 * -5 + 0.1 * -4.9) / (1 - 0.81);
    double v = (0.999 * 0.001 * 25 + 0.001 * 4.9 * 4.9) / (1 - 0.999 * 0.999);
    assertThat(adam.at(2).x()).isCloseTo(-4.9 - 0.1 * m / (Math.sqrt(v) + 1e-8), within(ROUNDING));
  }

  /** Whatever the network's rates are, no lane flies out or crawls where it comes from a network. */
  @ParameterizedTest
  @EnumSource(TestSurface.class)
  void everyOptimizerOfANetworkDescendsAtARateThatSuitsTheSurface(TestSurface surface) {
    List<TrainingSettings> lanes = OptimizerCatalog.types().stream().map(type -> entry(type.fresh(), 0.7)).toList();
    List<TrainingSettings> suited = SurfaceRace.suited(surface, lanes);
    SurfaceRace race = SurfaceRace.run(surface, surface.start(), suited, SurfaceRace.USUAL_STEPS);
    for (int i = 0; i < lanes.size(); i++) {
      Racer one = race.racers().get(i);
      String name = OptimizerCatalog.types().get(i).id();
      assertThat(one.diverged()).as(name).isEmpty();
      assertThat(one.loss(one.steps())).as(name).isLessThan(0.5 * one.loss(0));
      assertThat(suited.get(i).optimizer()).isEqualTo(lanes.get(i).optimizer());
    }
    assertThat(SurfaceRace.suited(surface, SurfaceRace.usual(surface, lanes.get(0)))).isEqualTo(SurfaceRace.usual(surface, lanes.get(0)));
    List<TrainingSettings> twice = SurfaceRace.suited(surface, List.of(entry(Sgd.STANDARD, 0.25), entry(Sgd.STANDARD, 0.5)));
    assertThat(twice.get(1).rate()).isEqualTo(2 * twice.get(0).rate());
  }

  @Test
  void theAccountOfAnyStepEndsWhereTheRacerIs() {
    List<TrainingSettings> all = OptimizerCatalog.types().stream().map(type -> entry(type.fresh(), type.rate() / 2)).toList();
    SurfaceRace race = SurfaceRace.run(TestSurface.BEALE, TestSurface.BEALE.start(), all, 30);
    for (int racer = 0; racer < all.size(); racer++) {
      Racer one = race.racers().get(racer);
      for (int step : new int[] {1, 2, Math.max(1, one.steps())}) {
        if (step <= one.steps()) {
          List<List<FormulaLine>> lines = race.account(racer, step);
          assertThat(last(lines.get(0))).as(racer + " " + step).isCloseTo(one.at(step).x(), within(1e-4));
          assertThat(last(lines.get(1))).as(racer + " " + step).isCloseTo(one.at(step).y(), within(1e-4));
        }
      }
    }
  }

  private static double last(List<FormulaLine> lines) {
    return lines.get(lines.size() - 1).value();
  }

  @Test
  void atTwiceTheStableRateItDivergesAndTellsTheStep() {
    // y is multiplied by 1 − 20·0.2 = −3 in each step: the loss by 9; it passes 10⁶ times its first value in step 7
    Racer wild = ravine(Sgd.STANDARD, 0.2, 100);
    assertThat(wild.diverged()).hasValue(7);
    assertThat(wild.steps()).isEqualTo(6);
    assertThat(wild.at(99)).isEqualTo(wild.at(6));
    assertThat(wild.loss(6)).isFinite();
    assertThat(ravine(Sgd.STANDARD, 0.1, 100).diverged()).as("at the edge of stability").isEmpty();
  }

  @Test
  void theRateFollowsItsSchedule() {
    TrainingSettings halved = entry(Sgd.STANDARD, 0.08).withEpochs(4).withSchedule(new StepDecay(1, 0.5));
    Racer sgd = SurfaceRace.run(TestSurface.RAVINE, START, List.of(halved), 8).racers().get(0);
    assertThat(IntStream.rangeClosed(1, 8).mapToDouble(sgd::rate).toArray())
        .containsExactly(0.08, 0.08, 0.04, 0.04, 0.02, 0.02, 0.01, 0.01);
    assertThat(sgd.at(3).x()).isCloseTo(-5 * 0.92 * 0.92 * 0.96, within(ROUNDING));
  }

  @Test
  void theFirstStepBelowAValueIsFound() {
    Racer sgd = ravine(Sgd.STANDARD, 0.05, 100);
    int first = sgd.firstBelow(0.1).orElseThrow();
    assertThat(sgd.loss(first)).isLessThan(0.1);
    assertThat(sgd.loss(first - 1)).isGreaterThanOrEqualTo(0.1);
    assertThat(sgd.firstBelow(1e9)).hasValue(0);
    assertThat(ravine(Sgd.STANDARD, 0.05, 3).firstBelow(0.1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theUsualFourStayAndComeLowerAndTheSameRaceHasTheSameBits(TestSurface surface) {
    List<TrainingSettings> usual = SurfaceRace.usual(surface, TrainingSettings.STANDARD);
    SurfaceRace race = SurfaceRace.run(surface, surface.start(), usual, SurfaceRace.USUAL_STEPS);
    SurfaceRace again = SurfaceRace.run(surface, surface.start(), usual, SurfaceRace.USUAL_STEPS);
    for (int racer = 0; racer < usual.size(); racer++) {
      Racer one = race.racers().get(racer);
      assertThat(one.diverged()).isEmpty();
      assertThat(one.loss(one.steps())).isLessThan(one.loss(0) / 2);
      for (int step = 0; step <= race.steps(); step++) {
        assertThat(again.racers().get(racer).at(step)).isEqualTo(one.at(step));
      }
    }
  }

  @Test
  void whatIsNoRaceIsRefused() {
    List<TrainingSettings> one = List.of(entry(Sgd.STANDARD, 0.1));
    assertThatThrownBy(() -> SurfaceRace.run(TestSurface.RAVINE, START, one, 0)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> SurfaceRace.run(TestSurface.RAVINE, new SurfacePoint(Double.NaN, 0), one, 5)).hasMessageContaining("NaN");
    SurfaceRace race = SurfaceRace.run(TestSurface.RAVINE, START, one, 5);
    assertThatThrownBy(() -> race.account(0, 6)).hasMessageContaining("was 6");
  }
}
