package studio.backprop.search.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SeedRepeat;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;

/**
 * Trial that beats the best one in the mean validation score over other seeds. Immutable.
 *
 * @param ahead number of that trial
 * @param best number of the search's best trial
 */
public record SeedRobustness(int ahead, int best) {
  /** Tolerance of means. */
  private static final double ROUNDING = 1e-9;

  /** Empty if the best stays best or was not repeated. Compares trials with as many seeds. */
  public static Optional<SeedRobustness> of(SearchRecord search) {
    SearchGoal goal = search.settings().goal();
    Map<Integer, List<SeedRepeat>> byTrial = search.repeats().stream().collect(Collectors.groupingBy(SeedRepeat::trial));
    Optional<Integer> best = TrialRanking.best(search).map(Trial::number).filter(byTrial::containsKey);
    return best.flatMap(number -> {
      List<SeedRepeat> own = byTrial.get(number);
      double reached = error(own, goal);
      return byTrial.entrySet().stream().filter(other -> other.getValue().size() == own.size())
          .filter(other -> error(other.getValue(), goal) < reached - ROUNDING)
          .min(Comparator.comparingDouble((Map.Entry<Integer, List<SeedRepeat>> other) -> error(other.getValue(), goal))
              .thenComparingInt(Map.Entry::getKey))
          .map(other -> new SeedRobustness(other.getKey(), number));
    });
  }

  private static double error(Collection<SeedRepeat> repeats, SearchGoal goal) {
    return repeats.stream().mapToDouble(repeat -> TrialRanking.error(repeat.validation(), goal)).average().orElse(Double.NaN);
  }
}
