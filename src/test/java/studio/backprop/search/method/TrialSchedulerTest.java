package studio.backprop.search.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.method.TrialScheduler.Job;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** What is trained next, on tables of losses that no network has made. */
class TrialSchedulerTest {
  /** A loss for a trial and an epoch. */
  private interface Table {
    double loss(int trial, int epoch);
  }

  private static SearchRecord search(int budget, int eta, int longest) throws Exception {
    SearchRecord plain = SearchProjects.search("rate");
    return SearchRecord.of(plain.base(), plain.settings().withBudget(SearchBudget.epochs(budget)).withEta(eta).withLongest(longest)
        .withGoal(SearchGoal.LOSS));
  }

  private static List<EpochRecord> epochs(int trial, int count, Table table) {
    return IntStream.rangeClosed(1, count).mapToObj(epoch -> new EpochRecord(epoch, epoch, Metrics.NONE,
        new Metrics(table.loss(trial, epoch), Double.NaN, Double.NaN, Double.NaN), 0.1)).toList();
  }

  /** Carries out all jobs as the table says. */
  private static SearchRecord play(SearchRecord from, Table table, List<String> jobs) {
    SearchRecord now = from;
    for (Optional<Job> job = TrialScheduler.next(now); job.isPresent(); job = TrialScheduler.next(now)) {
      int number = job.get().trial();
      int target = job.get().target();
      jobs.add(number + ">" + target);
      now = job.get().values().isPresent() ? now.begun(Trial.begun(number, job.get().values().get(), 1, target))
          : now.promoted(number, target);
      Trial.State state = target == now.settings().longest() ? Trial.State.COMPLETE : Trial.State.STOPPED;
      now = now.reported(now.trial(number).reached(state, epochs(number, target, table), Optional.empty(), ""));
    }
    return now;
  }

  @Test
  void promotesAsThePaperDoesOnATableByHand() throws Exception {
    double[] losses = {0.5, 0.4, 0.3, 0.6, 0.2, 0.7, 0.1, 0.8, 0.9};
    List<String> jobs = new ArrayList<>();
    play(search(21, 3, 9), (trial, epoch) -> losses[trial - 1], jobs);
    assertThat(jobs).containsExactly("1>1", "2>1", "3>1", "3>3", "4>1", "5>1", "5>3", "6>1", "7>1", "7>3", "7>9", "8>1", "9>1");
  }

  /** Algorithm 2 of Li et al. 2020, written down once more, plainly. */
  private static List<String> paper(int budget, int eta, int[] rungs, Table table) {
    List<String> jobs = new ArrayList<>();
    List<List<Integer>> reached = IntStream.range(0, rungs.length).<List<Integer>>mapToObj(k -> new ArrayList<>()).toList();
    List<Set<Integer>> promoted = IntStream.range(0, rungs.length).<Set<Integer>>mapToObj(k -> new HashSet<>()).toList();
    int spent = 0;
    int trials = 0;
    while (true) {
      int next = 0;
      int rung = 0;
      for (int k = rungs.length - 2; k >= 0 && next == 0; k--) {
        int at = rungs[k];
        IntToDoubleFunction loss = trial -> table.loss(trial, at);
        int level = k;
        next = reached.get(k).stream().sorted(Comparator.comparingDouble(loss::applyAsDouble)).limit(reached.get(k).size() / eta)
            .filter(trial -> !promoted.get(level).contains(trial)).findFirst().orElse(0);
        rung = next == 0 ? 0 : k + 1;
      }
      int trial = next == 0 ? trials + 1 : next;
      spent += rungs[rung] - (rung == 0 ? 0 : rungs[rung - 1]);
      if (spent > budget) {
        return jobs;
      }
      if (next == 0) {
        trials++;
      } else {
        promoted.get(rung - 1).add(trial);
      }
      reached.get(rung).add(trial);
      jobs.add(trial + ">" + rungs[rung]);
    }
  }

  @Test
  void promotesAsThePaperDoesOnRandomTables() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      double[][] table = new double[300][28];
      SplittableRandom random = new SplittableRandom(seed);
      for (double[] row : table) {
        double own = random.nextDouble();
        IntStream.range(0, row.length).forEach(epoch -> row[epoch] = own + 0.3 * random.nextDouble() / (1 + epoch));
      }
      List<String> expected = paper(250, 3, new int[] {1, 3, 9, 27}, (trial, epoch) -> table[trial][epoch]);
      List<String> jobs = new ArrayList<>();
      play(search(270, 3, 27), (trial, epoch) -> table[trial][epoch], jobs);
      assertThat(jobs).startsWith(expected.toArray(String[]::new)).hasSizeGreaterThanOrEqualTo(expected.size());
    }
  }

  @Test
  void neverSpendsMoreThanTheBudgetAndUsesItUp() throws Exception {
    for (int budget = 1; budget < 80; budget++) {
      SearchRecord done = play(search(budget, 3, 9), (trial, epoch) -> trial * 7 % 11, new ArrayList<>());
      assertThat(done.spent()).isEqualTo(budget).isEqualTo(done.committed());
    }
  }

  @Test
  void aGridPassesOverPointsThatDifferOnlyInSettingsThatATrialLacks() throws Exception {
    SearchRecord plain = SearchProjects.search("optimizer=sgd,adam", "adam.beta1=0.8..0.99");
    SearchRecord now = SearchRecord.of(plain.base(), plain.settings().withMethod(SearchMethod.GRID).withLongest(1)
        .withBudget(new SearchBudget(SearchBudget.Unit.TRIALS, 20)));
    Set<List<Double>> seen = new HashSet<>();
    for (Optional<Job> job = TrialScheduler.next(now); job.isPresent(); job = TrialScheduler.next(now)) {
      int number = job.get().trial();
      List<Double> own = now.candidate(Searchables.of(now.base()), number, job.get().values().orElseThrow()).values();
      assertThat(seen.add(own)).as("%s comes once", own).isTrue();
      now = now.begun(Trial.begun(number, own, 1, 1));
      now = now.reported(now.trial(number).reached(Trial.State.COMPLETE, epochs(number, 1, (trial, epoch) -> trial), Optional.empty(), ""));
    }
    assertThat(seen).as("SGD once, Adam with three values").hasSize(4);
  }

  @Test
  void rungsGrowByEtaAndEndAtTheLongest() throws Exception {
    SearchSettings settings = search(270, 3, 27).settings();
    assertThat(settings.rungs()).containsExactly(1, 3, 9, 27);
    assertThat(settings.withLongest(20).rungs()).containsExactly(2, 7, 20);
    assertThat(settings.withLongest(2).rungs()).containsExactly(2);
    assertThat(settings.withEta(2).withLongest(8).rungs()).containsExactly(1, 2, 4, 8);
    assertThat(settings.withMethod(SearchMethod.RANDOM).rungs()).containsExactly(27);
  }

  @Test
  void asManyTrialsAreUnderWayAsTheSearchSays() throws Exception {
    SearchRecord one = search(20, 3, 9).begun(Trial.begun(1, List.of(0.1), 1, 1));
    assertThat(TrialScheduler.next(one)).isEmpty();
    SearchRecord two = search(20, 3, 9);
    two = SearchRecord.of(two.base(), two.settings().withParallel(2)).begun(Trial.begun(1, List.of(0.1), 1, 1));
    assertThat(TrialScheduler.next(two).orElseThrow().trial()).isEqualTo(2);
  }

  @Test
  void aDroppedTrialCountsAtItsRungAndIsNotPromoted() throws Exception {
    Table table = (trial, epoch) -> trial;
    SearchRecord three = search(20, 3, 9);
    for (int number = 1; number <= 3; number++) {
      three = three.reported(Trial.begun(number, List.of(0.1), 1, 1)
          .reached(Trial.State.STOPPED, epochs(number, 1, table), Optional.empty(), ""));
    }
    assertThat(TrialScheduler.next(three).orElseThrow()).isEqualTo(new Job(1, 3, Optional.empty()));
    assertThat(TrialScheduler.next(three.dropped(1)).orElseThrow().trial()).isEqualTo(4);
  }

  @Test
  void aGridTriesEveryPointOnceAndSeesEveryValueSoon() throws Exception {
    SearchRecord plain = SearchProjects.search("rate=0.001..0.1:log", "batch=16,32");
    SearchRecord grid = SearchRecord.of(plain.base(), plain.settings().withMethod(SearchMethod.GRID).withGoal(SearchGoal.LOSS));
    SearchRecord done = play(grid, (trial, epoch) -> 1, new ArrayList<>());
    assertThat(done.trials().stream().map(Trial::values)).containsExactly(List.of(0.001, 0.0), List.of(0.01, 1.0), List.of(0.01, 0.0),
        List.of(0.1, 1.0), List.of(0.1, 0.0), List.of(0.001, 1.0));
    assertThat(GridPoints.count(grid.settings().space())).isEqualTo(6);
  }

  @Test
  void aGridThatBeganInAnotherOrderTriesTheRestOnceEach() throws Exception {
    SearchRecord plain = SearchProjects.search("rate=0.001..0.1:log", "batch=16,32");
    SearchRecord grid = SearchRecord.of(plain.base(), plain.settings().withMethod(SearchMethod.GRID).withGoal(SearchGoal.LOSS));
    int number = 0;
    for (List<Double> values : List.of(List.of(0.001, 0.0), List.of(0.001, 1.0), List.of(0.01, 0.0))) {
      grid = grid.reported(Trial.begun(++number, values, 1, 1)
          .reached(Trial.State.STOPPED, epochs(number, 1, (trial, epoch) -> 1), Optional.empty(), ""));
    }
    SearchRecord done = play(grid, (trial, epoch) -> 1, new ArrayList<>());
    assertThat(done.trials()).hasSize(6);
    assertThat(done.trials().stream().map(Trial::values)).doesNotHaveDuplicates();
  }

  @Test
  void theFrontIsWhatNoOtherBeatsInBoth() throws Exception {
    SearchRecord all = SearchProjects.search("rate");
    all = SearchRecord.of(all.base(), all.settings().withGoal(SearchGoal.FRONT));
    double[] accuracies = {0.9, 0.95, 0.9, 0.97, 0.96};
    long[] parameters = {100, 200, 150, 400, 500};
    for (int i = 0; i < accuracies.length; i++) {
      EpochRecord epoch = new EpochRecord(1, 1, Metrics.NONE, new Metrics(1, accuracies[i], Double.NaN, Double.NaN), 0.1);
      all = all.reported(Trial.begun(i + 1, List.of(0.1), parameters[i], 1)
          .reached(Trial.State.STOPPED, List.of(epoch), Optional.empty(), ""));
    }
    assertThat(TrialRanking.front(all)).extracting(Trial::number).containsExactly(1, 2, 4);
    assertThat(TrialRanking.best(all).orElseThrow().number()).isEqualTo(4);
  }
}
