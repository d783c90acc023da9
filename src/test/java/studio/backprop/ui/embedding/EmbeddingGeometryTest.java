package studio.backprop.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

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
}
