package studio.backprop.search.finding;

import java.util.List;
import java.util.Optional;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;

/**
 * Margin of the best trial in correct predictions, with the standard deviation of the difference of two independent binomial counts.
 * Optimistic: the best was selected by this score. Immutable.
 *
 * @param best trial with most correct predictions
 * @param next second best; empty of a single trial
 * @param correct predictions of the best on the validation part
 * @param examples of the validation part
 * @param lead in examples
 * @param spread its standard deviation, in examples
 */
public record BestMargin(Trial best, Optional<Trial> next, long right, int examples, long lead, double spread) {
  private static final double TWO_DEVIATIONS = 2;

  /** Empty without accuracy or before the first epoch. @param examples of the validation part */
  public static Optional<BestMargin> of(SearchRecord search, int examples) {
    Optional<Trial> best = TrialRanking.best(search).filter(trial -> !Double.isNaN(accuracy(trial)));
    if (best.isEmpty() || examples == 0) {
      return Optional.empty();
    }
    List<Trial> others = TrialRanking.of(search).stream().filter(trial -> trial.number() != best.get().number()).toList();
    Optional<Trial> next = others.stream().max((a, b) -> Double.compare(accuracy(a), accuracy(b)));
    long right = right(best.get(), examples);
    double second = next.map(BestMargin::accuracy).orElse(accuracy(best.get()));
    double first = accuracy(best.get());
    return Optional.of(new BestMargin(best.get(), next, right, examples, next.map(trial -> right - right(trial, examples)).orElse(0L),
        Math.sqrt(examples * (first * (1 - first) + second * (1 - second)))));
  }

  /** Correct predictions after the last epoch. */
  public static long right(Trial trial, int examples) {
    return Math.round(accuracy(trial) * examples);
  }

  private static double accuracy(Trial trial) {
    return trial.last().map(epoch -> epoch.validation().accuracy()).orElse(Double.NaN);
  }

  /** Whether it is not significant: within two standard deviations. */
  public boolean isLuck() {
    return Math.abs(lead) <= TWO_DEVIATIONS * spread;
  }
}
