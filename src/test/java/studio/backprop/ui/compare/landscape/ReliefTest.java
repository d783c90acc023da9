package studio.backprop.ui.compare.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import studio.backprop.landscape.surface.TestSurface;

/** Where points of a surface plot are seen, and which part of a path lies on it. */
class ReliefTest {
  private static final DrawnMap MAP = DrawnMap.of(TestSurface.HIMMELBLAU);

  private static SurfacePlotPlacement place(SurfacePlotView view) {
    return new SurfacePlotPlacement(MAP, MAP.shares(), view, 600, 20, 400);
  }

  @Test
  void fromAboveItLiesAsTheMapDoes() {
    SurfacePlotView view = new SurfacePlotView();
    view.turn(-view.yaw(), 10);
    assertThat(view.pitch()).as("no farther than from above").isEqualTo(Math.PI / 2);
    SurfacePlotPlacement place = place(view);
    SurfacePlotPlacement.Seen left = place.on(-6, 0);
    SurfacePlotPlacement.Seen right = place.on(6, 0);
    SurfacePlotPlacement.Seen above = place.on(0, 6);
    assertThat(left.x()).isLessThan(right.x());
    assertThat(left.y()).isCloseTo(right.y(), within(1e-9));
    assertThat(above.y()).isLessThan(left.y());
    assertThat(above.x()).isCloseTo((left.x() + right.x()) / 2, within(1e-9));
  }

  @Test
  void theHeightIsTheLogarithmOfTheLossAndWhatIsHigherIsNearerToTheEye() {
    SurfacePlotPlacement place = place(new SurfacePlotView());
    double share = place.share(place.u(-6), place.v(-6));
    assertThat(share).isCloseTo(
        (Math.log(TestSurface.HIMMELBLAU.loss(-6, -6)) - Math.log(MAP.low())) / (Math.log(MAP.high()) - Math.log(MAP.low())), within(1e-4));
    assertThat(place.at(0, 0, 1).y()).isLessThan(place.at(0, 0, 0).y());
    assertThat(place.at(0, 0, 1).depth()).isLessThan(place.at(0, 0, 0).depth());
    assertThat(place.x(place.u(2.5))).isCloseTo(2.5, within(1e-12));
    assertThat(place.y(place.v(-1.5))).isCloseTo(-1.5, within(1e-12));
    assertThat(Arrays.asList(place.share(-1, -1), place.share(1, 1))).allMatch(high -> high >= 0 && high <= 1);
  }

  @Test
  void itIsTurnedAroundWithoutEndAndNeverBelowItsFloor() {
    SurfacePlotView view = new SurfacePlotView();
    double first = view.yaw();
    view.turn(2 * Math.PI, -10);
    assertThat(view.yaw()).isCloseTo(first, within(1e-12));
    assertThat(view.pitch()).isPositive();
    view.turn(1, 1);
    view.reset();
    assertThat(view.yaw()).isEqualTo(first);
  }

  @Test
  void ofAStepThatLeavesTheMapOnlyThePartOnItIsDrawn() {
    DrawnTrail trail = trail(new double[] {0, 12, 24, 0, Double.POSITIVE_INFINITY}, new double[] {0, 0, 0, 24, 0});
    assertThat(trail.within(0, MAP)).containsExactly(0, 0.5);
    assertThat(trail.within(1, MAP)).as("beside it").isEmpty();
    assertThat(trail.within(2, MAP)).as("past its corner").isEmpty();
    assertThat(trail.within(3, MAP)).as("to nowhere").isEmpty();
    assertThat(trail(new double[] {12, -12}, new double[] {0, 0}).within(0, MAP)).as("across").containsExactly(0.25, 0.75);
  }

  private static DrawnTrail trail(double[] xs, double[] ys) {
    double[] none = new double[xs.length];
    return new DrawnTrail(new long[xs.length], xs, ys, none, none, none, none, none, none, OptionalLong.empty());
  }
}
