package studio.backprop.train.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/** The modes of a run are counted at rounds that do not depend on who counts, and when. */
class CountedRoundsTest {
  private static final int ROUNDS = 450;

  private final CountedRounds rounds = new CountedRounds();

  private interface Work {
    void with(Session session, Function<float[][], Optional<ModeCoverage>> judge);
  }

  private static void train(Work work) throws Exception {
    Project project = SampleProject.of("gan-ring");
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      Parameters seen = session.parameters().copy();
      GeneratorJudge judge = new GeneratorJudge(project, data, kernels, seen);
      work.with(session, weights -> {
        seen.set(weights);
        return judge.coverage();
      });
    }
  }

  private void steps(Session session, int count) {
    for (int step = 0; step < count; step++) {
      session.step();
      rounds.after(session);
    }
  }

  @Test
  void whoeverCountsAtOnceOrAtTheEndCountsTheSame() throws Exception {
    train((session, judge) -> {
      CountedRounds later = new CountedRounds();
      rounds.after(session);
      later.after(session);
      for (int step = 0; step < ROUNDS; step++) {
        session.step();
        rounds.after(session);
        later.after(session);
        rounds.countNext(Long.MAX_VALUE, judge);
      }
      assertThat(later.counts(Long.MAX_VALUE)).isEmpty();
      while (later.countNext(Long.MAX_VALUE, judge)) {
        assertThat(later.changes()).isPositive();
      }
      assertThat(rounds.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 100L, 200L, 300L, 400L);
      assertThat(later.counts(Long.MAX_VALUE)).isEqualTo(rounds.counts(Long.MAX_VALUE));
      assertThat(rounds.counts(250).keySet()).containsExactly(0L, 100L, 200L);
    });
  }

  @Test
  void whereTrainingGoesBackTheRoundsAfterwardsAreCountedAnew() throws Exception {
    train((session, judge) -> {
      rounds.after(session);
      steps(session, 150);
      Checkpoint kept = session.checkpoint();
      steps(session, 250);
      while (rounds.countNext(Long.MAX_VALUE, judge)) {
        assertThat(rounds.waits(Long.MAX_VALUE)).isIn(true, false);
      }
      session.restore(kept);
      steps(session, 50);
      assertThat(rounds.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 100L);
      assertThat(rounds.waits(199)).isFalse();
      assertThat(rounds.waits(200)).isTrue();
    });
  }

  @Test
  void aLongRunHasNoMoreOfThem() throws Exception {
    train((session, judge) -> {
      CountedRounds few = new CountedRounds(4);
      for (few.after(session); session.steps() < 2 * ROUNDS;) {
        session.step();
        few.after(session);
        few.countNext(300, weights -> Optional.of(judged()));
      }
      assertThat(few.counts(Long.MAX_VALUE).keySet()).as("counted before it was long").containsExactly(0L, 200L);
      while (few.countNext(Long.MAX_VALUE, weights -> Optional.of(judged()))) {
        assertThat(few.changes()).isPositive();
      }
      assertThat(few.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 200L, 400L, 600L, 800L);
    });
  }

  private static ModeCoverage judged() {
    return new ModeCoverage(new int[] {1}, 1, OptionalDouble.empty());
  }
}
