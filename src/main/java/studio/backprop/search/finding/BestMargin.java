package studio.backprop.search.finding;

import java.util.List;
import java.util.Optional;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;

/**
 * How far the best trial is ahead, and how far two equally good networks would be apart by chance. Each counts right predictions among the
 * same number of examples; the spread is that of the difference of two independent binomial counts. The best of many was also chosen by
 * this very figure, which makes it look better than it is.
 *
 * @param best the one with most right predictions
 * @param next another one, or nothing of a single trial
 * @param right of the best on the validation part
 * @param examples of the validation part
 * @param lead in examples
 * @param spread one standard deviation of such a lead, in examples
 */
public record BestMargin(Trial best, Optional<Trial> next, long right, int examples, long lead, double spread) {
  private static final double TWO_DEVIATIONS = 2;

  /** @param examples of the validation part; empty without accuracy or before the first epoch */
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

  /** Right predictions after the last epoch. */
  public static long right(Trial trial, int examples) {
    return Math.round(accuracy(trial) * examples);
  }

  private static double accuracy(Trial trial) {
    return trial.last().map(epoch -> epoch.validation().accuracy()).orElse(Double.NaN);
  }

  /** Whether chance alone would often make such a lead: it is within two standard deviations. */
  public boolean isLuck() {
    return Math.abs(lead) <= TWO_DEVIATIONS * spread;
  }
}
