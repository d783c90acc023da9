package studio.backprop.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.train.record.EpochRecord;

/** Trials that a person stops, trains on or takes out: the search goes on, and the same orders lead to the same trials. */
@Timeout(120)
class OrdersByHandTest {
  @TempDir private Path folder;

  private static SearchRecord plain(int parallel) throws Exception {
    SearchRecord search = SearchProjects.search("units=4..16:log", "rate=1e-3..1:log", "batch=8,16");
    return SearchRecord.of(search.base(), search.settings().withBudget(SearchBudget.epochs(90)).withParallel(parallel));
  }

  /** What a person does when a trial has completed an epoch. */
  private interface Hand {
    void ordered(SearchRunner runner, int trial, int epoch);
  }

  private static SearchRecord run(SearchRecord from, Hand hand) throws Exception {
    SearchRunner[] runner = new SearchRunner[1];
    runner[0] = new SearchRunner(SearchProjects.data(from.base()), 1);
    return runner[0].run(from, now -> false, () -> false, new SearchRunner.Listener() {
      @Override
      public void epoch(int trial, EpochRecord epoch) {
        hand.ordered(runner[0], trial, epoch.epoch());
      }
    });
  }

  private static List<String> said(SearchRecord search) {
    return search.trials().stream().map(trial -> trial.number() + " " + trial.values() + " " + trial.state() + " " + trial.epoch() + " "
        + trial.sha256()).toList();
  }

  private static SearchRecord again(SearchRecord done) throws Exception {
    return run(SearchRecord.of(done.base(), done.settings()).withOrders(done.orders()), (runner, trial, epoch) -> { });
  }

  @Test
  void aStoppedTrialKeepsItsWholeEpochsAndTheSameOrdersLeadToTheSameBits() throws Exception {
    int[] halted = {0};
    SearchRecord done = run(plain(1), (runner, trial, epoch) -> {
      if (halted[0] == 0 && epoch == 5) {
        halted[0] = trial;
        runner.stop(trial);
      }
    });
    Trial trial = done.trial(halted[0]);
    assertThat(trial.state()).isEqualTo(Trial.State.STOPPED);
    assertThat(trial.epoch()).isEqualTo(5);
    assertThat(done.orders()).hasSize(1);
    assertThat(said(again(done))).isEqualTo(said(done));
    assertThat(said(run(plain(1), (runner, one, epoch) -> { }))).isNotEqualTo(said(done));
  }

  @Test
  void aTrialThatRestsIsGivenAnotherRungAtTheNextDecision() throws Exception {
    boolean[] ordered = {false};
    SearchRecord done = run(plain(2), (runner, trial, epoch) -> {
      if (!ordered[0] && trial == 6) {
        ordered[0] = true;
        runner.anotherRung(2);
      }
    });
    assertThat(done.orders()).hasSize(1).allMatch(order -> order.kind() == ManualDecision.Kind.RUNG && !order.waits());
    assertThat(done.trial(2).epoch()).isGreaterThanOrEqualTo(3);
    assertThat(said(again(done))).isEqualTo(said(done));
  }

  @Test
  void aTrialThatIsTakenOutLeavesTheSameTrialsEachTime() throws Exception {
    boolean[] ordered = {false};
    SearchRecord done = run(plain(2), (runner, trial, epoch) -> {
      if (!ordered[0] && trial == 5) {
        ordered[0] = true;
        runner.drop(5);
        runner.drop(1);
      }
    });
    assertThat(done.count(Trial.State.DROPPED)).isEqualTo(2);
    assertThat(said(again(done))).isEqualTo(said(done));
  }

  @Test
  void anOrderThatWaitsIsKeptInTheFileAndCarriedOutWhenTheSearchGoesOn() throws Exception {
    SearchRecord half = new SearchRunner(SearchProjects.data(plain(1).base()), 1)
        .run(plain(1), now -> now.reports().size() >= 4, () -> false, SearchRunner.Listener.NONE);
    Trial resting = half.trials().stream().filter(trial -> half.nextRung(trial).isPresent()).reduce((a, b) -> b).orElseThrow();
    SearchRecord asked = half.ordered(ManualDecision.rung(resting.number(),
        half.nextRung(resting).orElseThrow())).withAxes(List.of("batch"));
    Path file = folder.resolve("half.backprop");
    ProjectFile.write(file, Saved.of(asked.base()).with(asked));
    SearchRecord read = ProjectFile.read(file).saved().search().orElseThrow();
    assertThat(read.orders()).isEqualTo(asked.orders());
    assertThat(read.axes()).containsExactly("batch");
    SearchRecord done = run(read, (runner, trial, epoch) -> { });
    assertThat(done.trial(resting.number()).epoch()).isGreaterThanOrEqualTo(half.nextRung(resting).orElseThrow());
    assertThat(said(again(done))).isEqualTo(said(done));
  }

  @Test
  void aStopOfATrialThatHasReportedDoesNotStopItsNextRung() throws Exception {
    SearchRecord plain = run(plain(1), (runner, trial, epoch) -> { });
    int promoted = plain.trials().stream().filter(trial -> plain.reportsOf(trial.number()) > 1).findFirst().orElseThrow().number();
    SearchRunner[] runner = {new SearchRunner(SearchProjects.data(plain.base()), 1)};
    SearchRecord done = runner[0].run(plain(1), now -> false, () -> false, new SearchRunner.Listener() {
      @Override
      public void changed(SearchRecord now) {
        if (now.trials().size() >= promoted && now.trial(promoted).state() == Trial.State.STOPPED) {
          runner[0].stop(promoted);
        }
      }
    });
    assertThat(done.orders()).isEmpty();
    assertThat(said(done)).isEqualTo(said(plain));
  }

  @Test
  void trialsThatAreTakenOutOneAfterTheOtherLeaveTheSameTrialsEachTime() throws Exception {
    int[] ordered = {0};
    SearchRecord done = run(plain(2), (runner, trial, epoch) -> {
      if (ordered[0] == 0 && trial == 6) {
        ordered[0] = trial;
        runner.drop(trial); // under way
      } else if (ordered[0] == 6 && trial > 6) {
        ordered[0] = trial;
        runner.drop(1); // rests
        runner.anotherRung(2);
        runner.drop(trial);
      }
    });
    assertThat(done.count(Trial.State.DROPPED)).isEqualTo(3);
    assertThat(done.orders()).hasSizeGreaterThanOrEqualTo(3).noneMatch(ManualDecision::waits);
    assertThat(said(again(done))).isEqualTo(said(done));
  }

  @Test
  void aDropWhileTrialsBeginHasItsPlaceAndLeadsToTheSame() throws Exception {
    for (int begun : new int[] {5, 6, 7}) {
      SearchRunner[] runner = {new SearchRunner(SearchProjects.data(plain(3).base()), 1)};
      boolean[] ordered = {false};
      SearchRecord done = runner[0].run(plain(3), now -> false, () -> false, new SearchRunner.Listener() {
        @Override
        public void changed(SearchRecord now) {
          if (!ordered[0] && now.trials().size() == begun) {
            ordered[0] = true;
            runner[0].drop(begun);
            runner[0].drop(begun - 1);
          }
        }
      });
      assertThat(done.count(Trial.State.DROPPED)).isEqualTo(2);
      assertThat(said(again(done))).as("dropped when %d had begun", begun).isEqualTo(said(done));
    }
  }
}
