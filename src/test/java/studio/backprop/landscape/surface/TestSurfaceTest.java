package studio.backprop.landscape.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formulas, gradients and minima of the test surfaces. */
class TestSurfaceTest {
  private static final double H = 1e-5;

  @ParameterizedTest
  @EnumSource
  void theGradientIsTheCentralDifference(TestSurface surface) {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      SurfacePoint at = surface.anywhere(random);
      SurfacePoint exact = surface.gradient(at.x(), at.y());
      double dx = (surface.loss(at.x() + H, at.y()) - surface.loss(at.x() - H, at.y())) / (2 * H);
      double dy = (surface.loss(at.x(), at.y() + H) - surface.loss(at.x(), at.y() - H)) / (2 * H);
      double size = Math.max(1, Math.hypot(exact.x(), exact.y()));
      assertThat(exact.x()).isCloseTo(dx, within(1e-6 * size));
      assertThat(exact.y()).isCloseTo(dy, within(1e-6 * size));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachMinimumIsFlatAndLowerThanAllAroundAndTheFirstIsZero(TestSurface surface) {
    for (SurfacePoint minimum : surface.minima()) {
      SurfacePoint slope = surface.gradient(minimum.x(), minimum.y());
      assertThat(Math.hypot(slope.x(), slope.y())).isLessThan(1e-11);
      double least = surface.loss(minimum.x(), minimum.y());
      for (int turn = 0; turn < 16; turn++) {
        double angle = turn * Math.PI / 8;
        assertThat(surface.loss(minimum.x() + 0.01 * Math.cos(angle), minimum.y() + 0.01 * Math.sin(angle))).isGreaterThan(least);
      }
      assertThat(surface.view().contains(minimum)).isTrue();
    }
    SurfacePoint lowest = surface.minima().get(0);
    assertThat(surface.loss(lowest.x(), lowest.y())).isCloseTo(0, within(1e-12));
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      SurfacePoint at = surface.anywhere(random);
      assertThat(surface.loss(at.x(), at.y())).isGreaterThanOrEqualTo(-1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsNameLeadsBackToItAndItsStartIsInView(TestSurface surface) {
    assertThat(TestSurface.find(surface.id())).contains(surface);
    assertThat(surface.view().contains(surface.start())).isTrue();
    assertThat(surface.rates()).hasSize(4);
  }

  /** Values that others print: Beale(0, 0) = 14.203125, Himmelblau(0, 0) = 170, Rosenbrock(−1.2, 1) = 24.2, Styblinski–Tang(0, 0) = 0. */
  @Test
  void valuesOfTheLiterature() {
    assertThat(TestSurface.BEALE.loss(0, 0)).isEqualTo(14.203125);
    assertThat(TestSurface.HIMMELBLAU.loss(0, 0)).isEqualTo(170);
    assertThat(TestSurface.ROSENBROCK.loss(-1.2, 1)).isCloseTo(24.2, within(1e-12));
    assertThat(TestSurface.STYBLINSKI_TANG.loss(0, 0)).isCloseTo(2 * 39.16616570377142, within(1e-10));
    assertThat(TestSurface.RAVINE.loss(1, 1)).isEqualTo(10.5);
    assertThat(TestSurface.SADDLE.loss(0, 0)).isEqualTo(0.25);
  }
}
