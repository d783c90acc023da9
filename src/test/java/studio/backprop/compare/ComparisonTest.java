package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

class ComparisonTest {
  private final Kernels kernels = KernelChoice.create(2);

  private static String alone(Project project, int steps) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    for (int step = 0; step < steps; step++) {
      session.step();
    }
    return session.parameters().sha256();
  }

  private Comparison of(int threads, Project... projects) throws Exception {
    return Comparison.of(List.of(projects), kernels, threads, Progress.NONE);
  }

  @Test
  void fourIdenticalTwinsStayIdenticalToTheBitOnAnyNumberOfThreads() throws Exception {
    Project project = Variants.CIRCLES;
    String expected = alone(project, 75);
    for (int threads : new int[] {1, 2, 4}) {
      try (Comparison twins = of(threads, project, project, project, project)) {
        for (int round = 0; round < 15; round++) {
          twins.take(5);
          twins.look(false, true);
        }
        assertThat(twins.lanes()).extracting(lane -> lane.session().parameters().sha256()).containsOnly(expected).hasSize(4);
      }
    }
  }

  @Test
  void identicalTwinsOfAConvolutionalNetworkStayIdenticalToo() throws Exception {
    Project digits = SampleProject.of("digits-cnn");
    try (Comparison twins = of(4, Collections.nCopies(4, digits).toArray(Project[]::new))) {
      twins.take(12);
      assertThat(twins.lanes()).extracting(lane -> lane.session().parameters().sha256()).containsOnly(alone(digits, 12)).hasSize(4);
    }
  }

  @Test
  void eachVariantLearnsAsItWouldAlone() throws Exception {
    Project fast = Variants.withRate(0.1);
    Project wide = Variants.CIRCLES.withTraining(training -> training.withBatch(60));
    try (Comparison twins = of(2, Variants.CIRCLES, fast, wide)) {
      twins.take(18);
      assertThat(twins.lanes()).extracting(lane -> lane.session().parameters().sha256())
          .containsExactly(alone(Variants.CIRCLES, 18), alone(fast, 18), alone(wide, 18));
    }
  }

  @Test
  void allLanesStandAtTheSameStepAndEndThere() throws Exception {
    try (Comparison twins = of(2, Variants.CIRCLES, Variants.CIRCLES.withTraining(training -> training.withBatch(80)))) {
      List<Long> seen = new ArrayList<>();
      while (!twins.finished()) {
        twins.take(7);
        List<VariantSnapshot> snapshots = twins.look(false, true);
        assertThat(snapshots).extracting(VariantSnapshot::step).containsOnly(twins.steps());
        seen.add(twins.steps());
      }
      assertThat(twins.steps()).isEqualTo(6L * twins.batchesPerEpoch()).isEqualTo(seen.get(seen.size() - 1));
      twins.goOn();
      assertThat(twins.finished()).isFalse();
      twins.take(1);
      assertThat(twins.look(true, true)).extracting(VariantSnapshot::step).containsOnly(twins.steps());
    }
  }

  @Test
  void aLaneThatBreaksRestsAtItsLastGoodStepAndTheOthersGoOn() throws Exception {
    Project broken = Variants.withRate(1e30);
    try (Comparison twins = of(2, Variants.CIRCLES, broken.withTraining(t -> t.withOptimizer(Sgd.STANDARD)))) {
      twins.take(40);
      List<VariantSnapshot> snapshots = twins.look(true, true);
      assertThat(snapshots.get(0).fault()).isEmpty();
      assertThat(snapshots.get(0).step()).isEqualTo(40);
      assertThat(snapshots.get(1).fault()).isPresent();
      assertThat(snapshots.get(1).step()).isLessThan(40);
    }
  }

  @Test
  void aSightHoldsTheNumbersOfTheEngine() throws Exception {
    try (Comparison twins = of(2, Variants.CIRCLES, Variants.withRate(0.04))) {
      twins.take(30);
      assertThat(twins.look(true, false).get(1).outlook()).as("nobody sees it").isEmpty();
      twins.take(1);
      VariantSnapshot snapshot = twins.look(true, true).get(1);
      Session session = twins.lanes().get(1).session();
      assertThat(snapshot.loss()).isEqualTo(session.loss());
      assertThat(snapshot.epochs()).isEqualTo(session.epochs());
      assertThat(snapshot.rows()).hasSize(Variant.WIDTH);
      assertThat(snapshot.rows()[1]).isEqualTo(session.loss());
      assertThat(snapshot.norms()).containsExactly(session.gradientNorm(0), session.gradientNorm(2), session.gradientNorm(4));
      assertThat(snapshot.outlook().orElseThrow()).isInstanceOf(VariantOutput.Plane.class);
      assertThat(twins.look(true, true).get(1).rows()).isEmpty();
    }
  }
}
