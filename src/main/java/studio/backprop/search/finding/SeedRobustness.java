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
 * Another trial that is ahead of the best one when both are trained with other seeds: by the mean over these seeds of what the search
 * goes by on the validation part, accuracy or loss.
 *
 * @param ahead number of the trial that is ahead
 * @param best number of the trial that the search found best
 */
public record SeedRobustness(int ahead, int best) {
  /** Means of the same numbers may differ by so much. */
  private static final double ROUNDING = 1e-9;

  /** Empty where the best stays ahead or level, or was not trained again. Only trials with as many other seeds are compared with it. */
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
