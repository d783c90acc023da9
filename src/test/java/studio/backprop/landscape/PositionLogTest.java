package studio.backprop.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.train.Session;

class PositionLogTest {
  @Test
  void aShortRunKeepsEachStepFromTheStartToWhereItStands() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 50).steps(12).trail();
    assertThat(trail.positions()).extracting(WeightPosition::step).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    assertThat(trail.stride()).isEqualTo(1);
  }

  @Test
  void aLongRunKeepsEvenlySomeAmongThemTheFirstAndTheLast() throws Exception {
    WeightTrail trail = Trained.of(Trained.circles(), 7).steps(50).trail();
    assertThat(trail.stride()).isEqualTo(8);
    assertThat(trail.positions()).extracting(WeightPosition::step).containsExactly(0L, 8L, 16L, 24L, 32L, 40L, 48L, 50L);
    assertThat(trail.at(23).step()).isEqualTo(16);
    assertThat(trail.at(1000).step()).isEqualTo(50);
    assertThat(trail.at(-1).step()).isZero();
  }

  @Test
  void theWayCountsTheStepsWhosePositionsWereDropped() throws Exception {
    WeightTrail whole = Trained.of(Trained.circles(), 100).steps(50).trail();
    WeightTrail thinned = Trained.of(Trained.circles(), 7).steps(50).trail();
    assertThat(thinned.end().way()).isEqualTo(whole.end().way());
    double sum = 0;
    for (int i = 1; i < whole.positions().size(); i++) {
      double length = WeightPosition.distance(whole.positions().get(i - 1).weights(), whole.positions().get(i).weights());
      assertThat(whole.positions().get(i).length()).isCloseTo(length, offset(1e-6));
      sum += length;
    }
    assertThat(whole.end().way()).isCloseTo(sum, offset(1e-5));
    assertThat(whole.fromStart(whole.end())).isLessThan(whole.end().way()).isPositive();
  }

  @Test
  void whoIsWatchedLearnsTheSameBits() throws Exception {
    Project project = Trained.normed();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session alone = new Session(project, data, Trained.KERNELS, Session.initialParameters(project));
    for (int i = 0; i < 60; i++) {
      alone.step();
    }
    Trained watched = Trained.of(project, 5);
    for (int i = 0; i < 60; i++) {
      watched.steps(1);
      Trained.surface(watched.trail()).at(watched.trail().end());
    }
    assertThat(watched.session().parameters().sha256()).isEqualTo(alone.parameters().sha256());
    assertThat(watched.trail().sha256()).isEqualTo(alone.parameters().sha256());
  }

  @Test
  void positionsOfManyWeightsAreFewer() {
    assertThat(PositionLog.mostFor(2, 4)).isEqualTo(PositionLog.MOST_OF_SMALL);
    assertThat(PositionLog.mostFor(41, 4)).isEqualTo(200_000 / 41);
    assertThat(PositionLog.mostFor(5_000, 4)).isEqualTo(PositionLog.MOST);
    assertThat(PositionLog.mostFor(1_000_000, 4) * 4_000_000L).isLessThanOrEqualTo(50_000_000);
    assertThat(PositionLog.mostFor(2_000_000_000L, 4)).isEqualTo(2);
  }
}
