package studio.backprop.lesson.play;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.search.finding.BestMargin;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.train.record.EpochRecord;

/**
 * Quantities of a hyperparameter search so far.
 *
 * @param record the search; empty before the first trial
 * @param examples size of the validation part
 */
public record SearchNumbers(Optional<SearchRecord> record, int examples) {
  /** Before the first trial. */
  public static final SearchNumbers NONE = new SearchNumbers(Optional.empty(), 0);

  /** @param record of a search, which may have no trials yet */
  public static SearchNumbers of(SearchRecord record, int examples) {
    return record.trials().isEmpty() ? NONE : new SearchNumbers(Optional.of(record), examples);
  }

  /** Value by its name in checks; NaN where it is not known. */
  double number(String name) {
    Optional<Trial> best = record.flatMap(TrialRanking::best);
    if (best.isEmpty()) {
      return Double.NaN;
    }
    return switch (name) {
      case "trials" -> record.get().trained();
      case "best" -> best.get().number();
      case "valid" -> valid(best.get());
      case "median" -> median(record.get());
      case "test" -> record.get().best().filter(one -> one.trial() == best.get().number()).map(one -> one.test().accuracy())
          .orElse(Double.NaN);
      case "lead" -> lead().map(found -> (double) found.lead()).orElse(Double.NaN);
      case "deviation" -> lead().map(BestMargin::spread).orElse(Double.NaN);
      default -> record.get().repeats().stream().filter(one -> one.trial() == best.get().number())
          .mapToDouble(one -> one.validation().accuracy()).average().orElse(Double.NaN);
    };
  }

  private Optional<BestMargin> lead() {
    return BestMargin.of(record.orElseThrow(), examples);
  }

  private static double valid(Trial trial) {
    return trial.last().map(EpochRecord::validation).map(scores -> scores.accuracy()).orElse(Double.NaN);
  }

  private static double median(SearchRecord search) {
    List<Double> all = search.trials().stream().filter(Trial::counts).map(SearchNumbers::valid).sorted(Comparator.naturalOrder()).toList();
    int half = all.size() / 2;
    return all.isEmpty() ? Double.NaN : all.size() % 2 == 1 ? all.get(half) : (all.get(half - 1) + all.get(half)) / 2;
  }
}
