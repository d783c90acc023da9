package studio.backprop.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static final int POINTS = 2000;

  /** Sees one exact example. */
  private interface Check {
    void see(double x, double y, float target);
  }

  private static void forEach(PointGenerator generator, double noise, Check check) {
    SplittableRandom random = new SplittableRandom(1);
    float[] xy = new float[2];
    for (int i = 0; i < POINTS; i++) {
      float target = generator.draw(i, noise, random, xy);
      check.see(xy[0], xy[1], target);
    }
  }

  private static PointGenerator[] classes() {
    return new PointGenerator[] {new Circles(), new Xor(), new Gaussians(), new Moons(), new Spirals()};
  }

  @ParameterizedTest
  @MethodSource("classes")
  void halfOfThePointsAreOfEachClassAndAllLieNearTheSquare(PointGenerator generator) {
    int[] counts = new int[2];
    forEach(generator, 0, (x, y, target) -> {
      counts[(int) target]++;
      assertThat(Math.max(Math.abs(x), Math.abs(y))).isLessThan(1.1);
    });
    assertThat(counts).containsExactly(POINTS / 2, POINTS / 2);
  }

  @Test
  void circlesAreADiscInsideARing() {
    forEach(new Circles(), 0, (x, y, target) -> {
      double radius = Math.hypot(x, y);
      assertThat(radius).isBetween(target == 1 ? 0 : 0.6999, target == 1 ? 0.5001 : 1.0001);
    });
  }

  @Test
  void xorIsOneWhereJustOneCoordinateIsPositive() {
    forEach(new Xor(), 0, (x, y, target) -> assertThat(x > 0 ^ y > 0).isEqualTo(target == 1));
  }

  @Test
  void moonsAreHalfCirclesOfTheSameSize() {
    forEach(new Moons(), 0, (x, y, target) -> {
      double side = target == 0 ? 1 : -1;
      assertThat(Math.hypot(x + side / 3, y + side / 6)).isCloseTo(2 / 3.0, within(1e-6));
      assertThat(side * y).isGreaterThanOrEqualTo(-1 / 6.0 - 1e-6);
    });
  }

  @Test
  void spiralArmsFollowTheirAngle() {
    forEach(new Spirals(), 0, (x, y, target) -> {
      double radius = Math.hypot(x, y);
      double angle = 3.5 * Math.PI * radius + Math.PI * target;
      assertThat(x).isCloseTo(radius * Math.sin(angle), within(1e-5));
      assertThat(y).isCloseTo(radius * Math.cos(angle), within(1e-5));
    });
  }

  @Test
  void gaussiansLieAboutTheirCentresAndNoiseWidensThem() {
    for (double noise : new double[] {0, 0.2}) {
      double[] sums = new double[2];
      forEach(new Gaussians(), noise, (x, y, target) -> {
        double off = target == 1 ? x - 0.4 : x + 0.4;
        sums[0] += off;
        sums[1] += off * off;
      });
      assertThat(sums[0] / POINTS).isCloseTo(0, within(0.03));
      assertThat(Math.sqrt(sums[1] / POINTS)).isCloseTo(0.15 + noise, within(0.02));
    }
  }

  @Test
  void thePlaneIsTheMeanOfItsInputsAndNoiseLiftsItUpAndDown() {
    forEach(new Plane(), 0, (x, y, value) -> assertThat((double) value).isCloseTo((x + y) / 2, within(1e-6)));
    double[] squares = new double[1];
    forEach(new Plane(), 0.3, (x, y, value) -> squares[0] += Math.pow(value - (x + y) / 2, 2));
    assertThat(Math.sqrt(squares[0] / POINTS)).isCloseTo(0.3, within(0.02));
  }

  @Test
  void theSurfaceHasThreeHillsThreeValleysAndFlatLandFarFromThem() {
    assertThat(Surface.height(0, 5 / 12.0)).isEqualTo(-1);
    assertThat(Surface.height(2 / 3.0, 5 / 12.0)).isEqualTo(1);
    assertThat(Surface.height(0, -5 / 12.0)).isEqualTo(1);
    assertThat(Surface.height(0, 5 / 12.0 + 1 / 6.0)).isCloseTo(-0.5, within(1e-9));
    assertThat(Surface.height(1, 1)).isZero();
  }
}
