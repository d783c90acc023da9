package studio.backprop.search.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.search.space.Dimension;

/** The densities of the Parzen estimator against numbers worked out by hand, and where it draws. */
class TpeTest {
  private static final double EXACT = 1e-9;

  private static double normal(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  @Test
  void withoutPointsTheDensityIsTheUniformPrior() {
    assertThat(new ParzenEstimator(2, 6, new double[0]).density(3)).isEqualTo(0.25, within(EXACT));
  }

  @Test
  void eachPointIsAsWideAsTheLargerDistanceToItsNeighbours() {
    ParzenEstimator three = new ParzenEstimator(0, 10, new double[] {7, 1, 2});
    // in order 1, 2, 7: to the ends 0 and 10, and to each other; none below 10 / 4
    assertThat(three.width(0)).isEqualTo(2.5);
    assertThat(three.width(1)).isEqualTo(5);
    assertThat(three.width(2)).isEqualTo(5);
  }

  @Test
  void theDensityOfOnePointIsHalfPriorAndHalfACutNormalDistribution() {
    // one point in the middle of 0 to 1 is 0.5 wide: of it 68.2689492137 % lie between −1 and 1 deviations
    double inside = 0.682689492137086;
    double expected = (1 + normal((0.75 - 0.5) / 0.5) / 0.5 / inside) / 2;
    assertThat(new ParzenEstimator(0, 1, new double[] {0.5}).density(0.75)).isEqualTo(expected, within(1e-7));
    assertThat(expected).isEqualTo(1.0157, within(1e-4));
  }

  @Test
  void theDensityIntegratesToOne() {
    ParzenEstimator some = new ParzenEstimator(-3, 5, new double[] {-2.9, 0, 0.1, 4});
    double sum = 0;
    int cells = 20_000;
    for (int i = 0; i < cells; i++) {
      sum += some.density(-3 + 8 * (i + 0.5) / cells) * 8 / cells;
    }
    assertThat(sum).isEqualTo(1, within(1e-6));
  }

  @Test
  void choicesCountOnceMoreThanTheyWereSeen() {
    assertThat(Tpe.shares(4, new double[] {1, 1, 3})).containsExactly(1 / 7.0, 3 / 7.0, 1 / 7.0, 2 / 7.0);
  }

  @Test
  void fifteenInAHundredAreGood() {
    assertThat(Tpe.good(10)).isEqualTo(2);
    assertThat(Tpe.good(20)).isEqualTo(3);
    assertThat(Tpe.good(100)).isEqualTo(15);
  }

  @Test
  void drawsWhereTheGoodLie() {
    Dimension rate = Dimension.span("rate", 1e-4, 1, true, false);
    Dimension kind = Dimension.choice("optimizer", List.of("a", "b", "c"));
    List<List<Double>> ranked = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ranked.add(List.of(0.01 + 0.001 * i, 1.0));
    }
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 34; i++) {
      ranked.add(List.of(rate.at(random.nextDouble()), i % 2 * 2.0));
    }
    int near = 0;
    int second = 0;
    for (int i = 0; i < 200; i++) {
      List<Double> drawn = Tpe.propose(List.of(rate, kind), ranked, new SplittableRandom(i));
      near += drawn.get(0) > 0.003 && drawn.get(0) < 0.05 ? 1 : 0;
      second += drawn.get(1) == 1 ? 1 : 0;
    }
    assertThat(near).isGreaterThan(150);
    assertThat(second).isGreaterThan(190);
  }

  @Test
  void aSettingThatNoGoodTrialHasIsDrawnFromThePrior() {
    Dimension beta = Dimension.span("adam.beta1", 0, 0.99, false, false);
    List<List<Double>> ranked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ranked.add(List.of(i < 5 ? Double.NaN : 0.5));
    }
    assertThat(Tpe.propose(List.of(beta), ranked, new SplittableRandom(1)).get(0)).isBetween(0.0, 0.99);
  }
}
