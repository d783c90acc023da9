package studio.backprop.search.method;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.tensor.Seeds;

/**
 * Scheduler of trials. With successive halving by ASHA (Li et al. 2020, algorithm 2): from the highest rung down, promotes an unpromoted
 * trial among the best ⌊n ⁄ η⌋ of n at its rung, else begins a new one.
 */
public final class TrialScheduler {
  public static final int RANDOM = Tpe.START;
  /** Successive refused trials after which the search ends. */
  public static final int MOST_REFUSED = 200;
  private static final int MINUTE = 60;

  private TrialScheduler() {}

  /**
   * Order to train a trial to an epoch.
   *
   * @param trial number; the next one for a new trial
   * @param values of a new trial
   */
  public record Job(int trial, int target, Optional<List<Double>> values) {}

  /**
   * @return empty if the budget is spent, or the decision waits for running trials
   */
  public static Optional<Job> next(SearchRecord search) {
    if (search.open().size() >= search.settings().parallel() || outOfTime(search)) {
      return Optional.empty();
    }
    return promotion(search).or(() -> fresh(search));
  }

  private static boolean outOfTime(SearchRecord search) {
    SearchBudget budget = search.settings().budget();
    return budget.unit() == SearchBudget.Unit.MINUTES && search.seconds() >= budget.amount() * MINUTE;
  }

  private static boolean affords(SearchRecord search, int epochs) {
    SearchBudget budget = search.settings().budget();
    return budget.unit() != SearchBudget.Unit.EPOCHS || search.committed() + epochs <= budget.amount();
  }

  private static Optional<Job> promotion(SearchRecord search) {
    List<Integer> rungs = search.settings().rungs();
    for (int k = rungs.size() - 2; k >= 0; k--) {
      int rung = rungs.get(k);
      if (affords(search, rungs.get(k + 1) - rung)) {
        List<Trial> there = TrialRanking.at(search, rung);
        Optional<Trial> best = there.stream().limit(there.size() / search.settings().eta())
            .filter(trial -> trial.state() == Trial.State.STOPPED && trial.target() == rung && isJudged(search, trial, rung)).findFirst();
        if (best.isPresent()) {
          return Optional.of(new Job(best.get().number(), rungs.get(k + 1), Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  /** Trials with a non-finite score are never promoted. */
  private static boolean isJudged(SearchRecord search, Trial trial, int rung) {
    return trial.at(rung).filter(epoch -> Double.isFinite(TrialRanking.error(epoch, search.settings().goal()))).isPresent();
  }

  private static Optional<Job> fresh(SearchRecord search) {
    SearchSettings settings = search.settings();
    boolean enough = settings.budget().unit() == SearchBudget.Unit.TRIALS && search.trained() >= settings.budget().amount();
    int number = search.trials().size() + 1;
    if (enough || !affords(search, settings.first()) || number > SearchRecord.MOST_TRIALS || allRefused(search)) {
      return Optional.empty();
    }
    return values(search, number).map(values -> new Job(number, settings.first(), Optional.of(values)));
  }

  /**
   * Number of trials of a budget if all are random.
   *
   * @return empty without a model, for more trials, and for budgets in minutes
   */
  public static Optional<Long> allRandom(SearchSettings settings) {
    SearchBudget budget = settings.budget();
    long trials = budget.unit() == SearchBudget.Unit.EPOCHS ? budget.amount() / settings.first() : budget.amount();
    boolean told = settings.method().models() && budget.unit() != SearchBudget.Unit.MINUTES;
    return told && trials <= RANDOM ? Optional.of(trials) : Optional.empty();
  }

  /** Whether the last trials were all refused. */
  public static boolean allRefused(SearchRecord search) {
    List<Trial> all = search.trials();
    return all.size() >= MOST_REFUSED && all.subList(all.size() - MOST_REFUSED, all.size()).stream()
        .allMatch(trial -> trial.state() == Trial.State.REFUSED);
  }

  /** First grid point without trial: earlier versions had another order. */
  private static Optional<List<Double>> untried(SearchRecord search) {
    Map<BitSet, Set<List<Double>>> tried = new HashMap<>(); // by set of missing settings
    search.trials().forEach(trial -> tried.computeIfAbsent(missing(trial.values()), none -> new HashSet<>()).add(trial.values()));
    long place = 0;
    Optional<List<Double>> point = GridPoints.at(search.settings().space(), place);
    while (point.isPresent() && isTried(point.get(), tried)) {
      place++;
      point = GridPoints.at(search.settings().space(), place);
    }
    return point;
  }

  private static BitSet missing(List<Double> values) {
    BitSet missing = new BitSet();
    IntStream.range(0, values.size()).filter(d -> Double.isNaN(values.get(d))).forEach(missing::set);
    return missing;
  }

  /** A trial without a setting covers all its values. */
  private static boolean isTried(List<Double> point, Map<BitSet, Set<List<Double>>> tried) {
    return tried.entrySet().stream().anyMatch(entry -> entry.getValue().contains(
        IntStream.range(0, point.size()).mapToObj(d -> entry.getKey().get(d) ? Double.valueOf(Double.NaN) : point.get(d)).toList()));
  }

  /** Values of a new trial, seeded by its number. Empty after the last grid point. */
  static Optional<List<Double>> values(SearchRecord search, int number) {
    SearchSettings settings = search.settings();
    if (settings.method() == SearchMethod.GRID) {
      return untried(search);
    }
    SplittableRandom random = new Seeds(settings.seed()).source("search/" + number);
    if (settings.method().models()) {
      List<List<Double>> known = known(search);
      if (known.size() >= Tpe.START) {
        return Optional.of(Tpe.propose(settings.space().dimensions(), known, random));
      }
    }
    return Optional.of(settings.space().dimensions().stream().map(dimension -> dimension.at(random.nextDouble())).toList());
  }

  /** Values of earlier trials, best first, at the highest rung with enough of them, as in BOHB (Falkner et al. 2018); broken ones last. */
  private static List<List<Double>> known(SearchRecord search) {
    List<Integer> rungs = search.settings().rungs();
    List<Trial> broken = search.trials().stream().filter(trial -> trial.state() == Trial.State.BROKEN).toList();
    for (int k = rungs.size() - 1; k >= 0; k--) {
      List<Trial> ranked = new ArrayList<>(TrialRanking.at(search, rungs.get(k)));
      ranked.removeAll(broken);
      ranked.addAll(broken);
      if (ranked.size() - broken.size() >= Tpe.START || k == 0) {
        return ranked.stream().map(Trial::values).toList();
      }
    }
    return List.of();
  }
}
