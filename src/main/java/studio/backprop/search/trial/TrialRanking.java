package studio.backprop.search.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** Ranking of trials by the goal of their search, on the validation part. */
public final class TrialRanking {
  /** Trial with its scores. */
  private record Judged(Trial trial, double error, double loss) {
    boolean beats(Judged other) {
      boolean noWorse = error <= other.error && trial.parameters() <= other.trial.parameters();
      return noWorse && (error < other.error || trial.parameters() < other.trial.parameters());
    }
  }

  private TrialRanking() {}

  /** By the last epoch; without non-finite scores. */
  public static List<Trial> of(SearchRecord search) {
    return sorted(judged(search), 0, search.settings().goal());
  }

  private static List<Trial> judged(SearchRecord search) {
    return search.trials().stream().filter(trial -> trial.counts()
        && Double.isFinite(error(trial.last().orElseThrow(), search.settings().goal()))).toList();
  }

  /** By the scores at an epoch (from 1), of trials that reached it. */
  public static List<Trial> at(SearchRecord search, int epoch) {
    return sorted(search.trials().stream().filter(trial -> trial.reached(epoch)).toList(), epoch, search.settings().goal());
  }

  /** Best trial; empty before the first epoch. */
  public static Optional<Trial> best(SearchRecord search) {
    List<Trial> all = of(search);
    return search.settings().goal() == SearchGoal.FRONT ? all.stream().min(Comparator.comparingDouble((Trial trial) ->
        error(trial.last().orElseThrow(), SearchGoal.ACCURACY)).thenComparingLong(Trial::parameters)) : all.stream().findFirst();
  }

  /** Pareto front of accuracy and parameters, smallest network first. */
  public static List<Trial> front(SearchRecord search) {
    List<Judged> all = judged(judged(search), 0, SearchGoal.FRONT);
    return all.stream().filter(one -> all.stream().noneMatch(other -> other.beats(one))).map(Judged::trial)
        .sorted(Comparator.comparingLong(Trial::parameters).thenComparingInt(Trial::number)).toList();
  }

  /** Minimized objective: loss or error rate; infinite if not finite. */
  public static double error(EpochRecord epoch, SearchGoal goal) {
    return error(epoch.validation(), goal);
  }

  /** @param scores on the validation part */
  public static double error(Metrics scores, SearchGoal goal) {
    double error = goal == SearchGoal.LOSS ? scores.loss() : 1 - scores.accuracy();
    return Double.isFinite(error) ? error : Double.POSITIVE_INFINITY;
  }

  /** @param epoch of the scores; 0 for each trial's last */
  private static List<Trial> sorted(List<Trial> trials, int epoch, SearchGoal goal) {
    List<Judged> left = new ArrayList<>(judged(trials, epoch, goal));
    left.sort(Comparator.comparingDouble(Judged::error).thenComparingDouble(Judged::loss).thenComparingInt(one -> one.trial().number()));
    if (goal != SearchGoal.FRONT) {
      return left.stream().map(Judged::trial).toList();
    }
    List<Trial> sorted = new ArrayList<>();
    while (!left.isEmpty()) { // non-dominated sorting as in NSGA-II (Deb et al. 2002)
      List<Judged> front = left.stream().filter(one -> left.stream().noneMatch(other -> other.beats(one))).toList();
      front.forEach(one -> sorted.add(one.trial()));
      left.removeAll(front);
    }
    return sorted;
  }

  private static List<Judged> judged(List<Trial> trials, int epoch, SearchGoal goal) {
    return trials.stream().map(trial -> {
      EpochRecord judged = epoch == 0 ? trial.last().orElseThrow() : trial.at(epoch).orElseThrow();
      double loss = judged.validation().loss();
      return new Judged(trial, error(judged, goal), Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY);
    }).toList();
  }
}
