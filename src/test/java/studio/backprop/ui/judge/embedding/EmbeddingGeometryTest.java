package studio.backprop.ui.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Where points are seen, and which are encircled. */
class EmbeddingGeometryTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-9);

  @Test
  void aLassoHoldsWhatLiesInsideAlsoWhereItIsHollow() {
    Lasso lasso = new Lasso();
    double[][] corners = {{0, 0}, {100, 0}, {100, 100}, {60, 100}, {60, 40}, {40, 40}, {40, 100}, {0, 100}};
    for (double[] corner : corners) {
      lasso.to(corner[0], corner[1]);
    }
    assertThat(lasso.holds(20, 80)).isTrue();
    assertThat(lasso.holds(80, 80)).isTrue();
    assertThat(lasso.holds(50, 20)).isTrue();
    assertThat(lasso.holds(50, 80)).as("in the hollow").isFalse();
    assertThat(lasso.holds(120, 50)).isFalse();
    assertThat(new Lasso().holds(0, 0)).isFalse();
  }

  @Test
  void allPointsAreInSightAndZoomKeepsThePlaceUnderTheMouse() {
    double[][] layout = {{-3, 5}, {40, 7}, {12, -20}, {9, 9}};
    PointsCamera camera = new PointsCamera();
    camera.fit(layout);
    for (double[] point : layout) {
      PointsCamera.Place place = camera.place(point, 800, 400);
      assertThat(place.x()).isBetween(0.0, 800.0);
      assertThat(place.y()).isBetween(0.0, 400.0);
    }
    PointsCamera.Place before = camera.place(layout[1], 800, 400);
    camera.zoom(2, before.x(), before.y(), 800, 400);
    PointsCamera.Place after = camera.place(layout[1], 800, 400);
    assertThat(after.x()).isCloseTo(before.x(), NEAR);
    assertThat(after.y()).isCloseTo(before.y(), NEAR);
    assertThat(camera.isMoved()).isTrue();
  }

  @Test
  void aTurnInSpaceBringsWhatWasBehindToTheFront() {
    double[][] layout = {{1, 0, 1}, {-1, 0, -1}, {0, 1, 0}, {0, -1, 0}};
    PointsCamera camera = new PointsCamera();
    camera.fit(layout);
    double first = camera.place(layout[0], 400, 400).depth();
    camera.turn(Math.PI, 0);
    assertThat(camera.place(layout[0], 400, 400).depth() * first).isNegative();
    assertThat(PointsCamera.size(1)).isGreaterThan(PointsCamera.size(-1));
  }

  @Test
  void aSpaceFillsItsFrameAndStaysInSightWhileItIsTurned() {
    double[][] layout = new double[400][];
    Random random = new Random(3);
    for (int i = 0; i < layout.length; i++) {
      layout[i] = new double[] {30 * random.nextGaussian(), 8 * random.nextGaussian(), 8 * random.nextGaussian()};
    }
    PointsCamera camera = new PointsCamera();
    camera.fit(layout);
    assertThat(largest(camera, layout)).as("of the half of the frame").isBetween(0.8, 1.0);
    for (int turn = 0; turn < 24; turn++) {
      camera.turn(Math.PI / 12, Math.PI / 24);
      camera.keepInSight(layout);
      assertThat(largest(camera, layout)).as("turned %s times", turn + 1).isLessThan(1);
    }
    camera.fit(layout);
    assertThat(largest(camera, layout)).isBetween(0.8, 1.0);
  }

  /** How far the outermost point lies from the middle of the frame, 1 at its edge. */
  private static double largest(PointsCamera camera, double[][] layout) {
    return Arrays.stream(layout).map(point -> camera.place(point, 900, 500))
        .mapToDouble(place -> Math.max(Math.abs(place.x() - 450) / 450, Math.abs(place.y() - 250) / 250)).max().orElseThrow();
  }
}
