package studio.backprop.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What is seen of two weights before a step is taken. */
class WholeFrameTest {
  @Test
  void theStartAndTheLowestLossAreInViewAndLittleElse() throws Exception {
    WeightTrail trail = Trained.of(Trained.line(), 1000).steps(600).trail();
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.start().weights(), () -> {});
    MapFrame frame = WholeFrame.find(Trained.surface(trail), plane, trail.start(), () -> {});
    double[] start = plane.project(trail.start().weights());
    double[] end = plane.project(trail.end().weights());
    assertThat(frame.contains(start[0], start[1])).isTrue();
    assertThat(frame.contains(end[0], end[1])).as("where the run ends, near the lowest loss").isTrue();
    double far = Math.hypot(end[0] - start[0], end[1] - start[1]);
    assertThat(Math.max(frame.right() - frame.left(), frame.top() - frame.bottom())).isLessThan(6 * far);
    assertThat(frame.contains(frame)).isTrue();
    assertThat(frame.contains(MapFrame.around(100))).isFalse();
    assertThat(frame.with(MapFrame.around(100))).isEqualTo(MapFrame.around(100));
  }

  @Test
  void whoeverRestsMayEndIt() throws Exception {
    WeightTrail trail = Trained.of(Trained.line(), 10).trail();
    WeightPlane plane = WeightPlanes.steps(List.of(trail), trail.start().weights(), () -> {});
    int[] left = {20};
    assertThatThrownBy(() -> WholeFrame.find(Trained.surface(trail), plane, trail.start(), () -> {
      if (--left[0] < 0) {
        throw new CancellationException();
      }
    })).isInstanceOf(CancellationException.class);
  }
}
