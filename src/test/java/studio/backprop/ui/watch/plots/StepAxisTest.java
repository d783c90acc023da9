package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StepAxisTest {
  private final StepAxis axis = new StepAxis();

  StepAxisTest() {
    axis.reach(1000);
  }

  @Test
  void itGrowsWithTheRun() {
    axis.reach(2000);
    assertThat(axis.following()).isTrue();
    assertThat(axis.from()).isZero();
    assertThat(axis.to()).isGreaterThan(2000);
  }

  @Test
  void whatIsUnderThePointerStaysThereWhileZooming() {
    axis.zoom(250, 0.5);
    double share = (250 - axis.from()) / (axis.to() - axis.from());
    assertThat(share).isCloseTo(250 / 1015.0, within(1e-9));
    assertThat(axis.following()).isFalse();
  }

  @Test
  void aChosenPartStaysWhileTheRunGoesOn() {
    axis.select(400, 300);
    axis.reach(5000);
    assertThat(axis.from()).isEqualTo(300);
    assertThat(axis.to()).isEqualTo(400);
    axis.followAll();
    assertThat(axis.to()).isGreaterThan(5000);
  }

  @Test
  void panningEndsAtTheEdges() {
    axis.select(100, 200);
    axis.pan(-500);
    assertThat(axis.from()).isZero();
    axis.pan(1e6);
    assertThat(axis.to()).isCloseTo(1015, within(1e-9));
    assertThat(axis.to() - axis.from()).isCloseTo(100, within(1e-9));
  }

  @Test
  void zoomingFarOutFollowsAgain() {
    axis.select(100, 200);
    axis.zoom(150, 100);
    assertThat(axis.following()).isTrue();
  }

  @Test
  void anotherUnitForgetsThePartAndTheCursor() {
    axis.select(100, 200);
    axis.look(OptionalDouble.of(150));
    axis.unitProperty().set(StepAxis.Unit.EPOCH);
    assertThat(axis.following()).isTrue();
    assertThat(axis.cursor()).isEmpty();
  }

  @Test
  void aShorterRunAfterAResetIsSeenAtOnce() {
    axis.select(800, 900);
    axis.reach(10);
    assertThat(axis.following()).isTrue();
  }
}
