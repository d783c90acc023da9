package studio.backprop.generative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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

/** The rounds of a run are judged at steps that do not depend on who judges, and when. */
class RoundLogTest {
  private static final int ROUNDS = 450;

  private final RoundLog log = new RoundLog();

  private interface Work {
    void with(Session session, Consumer<AdversarialRound> judge);
  }

  private static void train(Work work) throws Exception {
    Project project = SampleProject.of("gan-ring");
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      Parameters seen = session.parameters().copy();
      GeneratorEvaluator judge = new GeneratorEvaluator(project, data, kernels, seen);
      work.with(session, round -> round.judged(weights -> {
        seen.follow(weights);
        return judge.figures(round.step());
      }));
    }
  }

  private static void see(RoundLog log, Session session) {
    if (RoundLog.isDue(session)) {
      log.keep(session);
    }
  }

  private void steps(Session session, int count) {
    for (int step = 0; step < count; step++) {
      session.step();
      see(log, session);
    }
  }

  @Test
  void whoeverJudgesAtOnceOrAtTheEndCountsTheSame() throws Exception {
    train((session, judge) -> {
      RoundLog later = new RoundLog();
      see(log, session);
      see(later, session);
      for (int step = 0; step < ROUNDS; step++) {
        session.step();
        see(log, session);
        see(later, session);
        log.judgeNext(Long.MAX_VALUE, judge);
      }
      assertThat(later.counts(Long.MAX_VALUE)).isEmpty();
      while (later.judgeNext(Long.MAX_VALUE, judge)) {
        assertThat(later.changes()).isPositive();
      }
      assertThat(log.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 100L, 200L, 300L, 400L);
      assertThat(later.counts(Long.MAX_VALUE)).isEqualTo(log.counts(Long.MAX_VALUE));
      assertThat(log.counts(250).keySet()).containsExactly(0L, 100L, 200L);
    });
  }

  @Test
  void whoComesSecondReadsWhatTheFirstHasFound() throws Exception {
    train((session, judge) -> {
      for (int step = 0; step < RoundLog.BETWEEN; step++) {
        session.step();
      }
      AdversarialRound round = log.keep(session);
      long before = log.changes();
      judge.accept(round);
      assertThat(log.changes()).isGreaterThan(before);
      AtomicInteger asked = new AtomicInteger();
      GeneratorFigures found = round.judged(weights -> {
        asked.incrementAndGet();
        return null;
      });
      assertThat(asked).hasValue(0);
      assertThat(round.figures()).containsSame(found);
      assertThat(log.waits(Long.MAX_VALUE)).isFalse();
      assertThat(log.counts(Long.MAX_VALUE)).containsKey(100L);
    });
  }

  @Test
  void whereTrainingGoesBackTheRoundsAfterwardsAreJudgedAnew() throws Exception {
    train((session, judge) -> {
      see(log, session);
      steps(session, 150);
      Checkpoint kept = session.checkpoint();
      steps(session, 250);
      while (log.judgeNext(Long.MAX_VALUE, judge)) {
        assertThat(log.waits(Long.MAX_VALUE)).isIn(true, false);
      }
      session.restore(kept);
      steps(session, 50);
      assertThat(log.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 100L);
      assertThat(log.waits(199)).isFalse();
      assertThat(log.waits(200)).isTrue();
    });
  }

  @Test
  void aLongRunHasNoMoreOfThem() throws Exception {
    train((session, judge) -> {
      RoundLog few = new RoundLog(4);
      for (see(few, session); session.steps() < 2 * ROUNDS;) {
        session.step();
        see(few, session);
        few.judgeNext(300, RoundLogTest::judged);
      }
      assertThat(few.counts(Long.MAX_VALUE).keySet()).as("judged before it was long").containsExactly(0L, 200L);
      while (few.judgeNext(Long.MAX_VALUE, RoundLogTest::judged)) {
        assertThat(few.changes()).isPositive();
      }
      assertThat(few.counts(Long.MAX_VALUE).keySet()).containsExactly(0L, 200L, 400L, 600L, 800L);
    });
  }

  private static void judged(AdversarialRound round) {
    round.judged(weights -> new GeneratorFigures(
        round.step(), 0.5, 0.5, 0.5, 1, 1, Optional.of(new ModeCoverage(new int[] {1}, 1, OptionalDouble.empty()))));
  }
}
