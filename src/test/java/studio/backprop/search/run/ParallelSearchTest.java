package studio.backprop.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.run.SearchRunner.Listener;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialResult;

/** A search with several trials under way has the same trials, whoever trains them, and however often it rests. */
class ParallelSearchTest {
  private static final int PARALLEL = 4;
  private static PreparedData data;

  @BeforeAll
  static void prepare() throws DataProblem {
    data = SearchProjects.data(SearchProjects.iris());
  }

  private static SearchRecord search(SearchMethod method) throws SearchProblem {
    SearchRecord plain = SearchProjects.search("rate=1e-4..1:log", "batch=8,16,32");
    return SearchRecord.of(plain.base(), plain.settings().withMethod(method).withBudget(SearchBudget.epochs(90)).withParallel(PARALLEL));
  }

  /** What must be the same: settings, scores and weights of each trial, and the order of all reports. */
  private static List<Object> fingerprint(SearchRecord found) {
    Stream<Object> trials = found.trials().stream().map(ParallelSearchTest::fingerprint);
    return Stream.concat(trials, found.reports().stream().map(TrialResult::toString)).toList();
  }

  private static Object fingerprint(Trial trial) {
    return List.of(trial.number(), trial.values(), trial.state(), trial.sha256(), trial.epoch());
  }

  private static SearchRecord run(SearchRecord from, int workers) throws InterruptedException {
    return new SearchRunner(data, workers).run(from, record -> false, () -> false, Listener.NONE);
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void oneWorkerAndThreeFindTheSame(SearchMethod method) throws Exception {
    SearchRecord one = run(search(method), 1);
    assertThat(one.open()).isEmpty();
    assertThat(one.spent()).isGreaterThan(45);
    assertThat(fingerprint(run(search(method), 3))).isEqualTo(fingerprint(one));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void aSearchThatRestsAgainAndAgainGoesOnAsIfItHadNot(int every) throws Exception {
    SearchRecord straight = run(search(SearchMethod.TPE_ASHA), 1);
    SearchRecord now = search(SearchMethod.TPE_ASHA);
    int rests = 0;
    do {
      int until = now.reports().size() + every;
      now = new SearchRunner(data, 2).run(now, record -> record.reports().size() >= until, () -> false, Listener.NONE);
      rests++;
    } while (now.reports().size() < straight.reports().size() && rests < 200);
    assertThat(rests).isGreaterThan(straight.reports().size() / every - 1);
    assertThat(fingerprint(now)).isEqualTo(fingerprint(straight));
  }

  @Test
  void oneThatIsStoppedInMidTrialGoesOnToTheSameBits() throws Exception {
    SearchRecord straight = run(search(SearchMethod.ASHA), 1);
    SearchRecord now = search(SearchMethod.ASHA);
    for (int cut = 1; cut < 40; cut++) {
      AtomicInteger left = new AtomicInteger(cut * 5);
      now = new SearchRunner(data, 2).run(now, record -> false, () -> left.decrementAndGet() < 0, Listener.NONE);
    }
    assertThat(fingerprint(run(now, 2))).isEqualTo(fingerprint(straight));
  }

  @Test
  void moreTrialsUnderWayDecideByLess() throws Exception {
    SearchRecord wide = run(search(SearchMethod.ASHA), 1);
    SearchRecord narrow = run(SearchRecord.of(wide.base(), wide.settings().withParallel(1)), 1);
    assertThat(fingerprint(narrow)).isNotEqualTo(fingerprint(wide));
  }
}
