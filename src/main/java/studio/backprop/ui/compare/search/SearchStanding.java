package studio.backprop.ui.compare.search;

import java.util.function.Predicate;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.TrialRanking;

/** Progress and stopping conditions of a search. */
final class SearchStanding {
  private static final double MINUTE = 60;

  private SearchStanding() {}

  /** Spent budget, in its unit. */
  static double spent(SearchRecord search) {
    return switch (search.settings().budget().unit()) {
      case EPOCHS -> search.spent();
      case TRIALS -> search.trained();
      case MINUTES -> search.seconds() / MINUTE;
    };
  }

  /** From 0 to 1. */
  static double share(SearchRecord search) {
    return Math.min(1, spent(search) / Math.max(1, search.settings().budget().amount()));
  }

  /** Whether no further training fits into the budget. */
  static boolean isSpent(SearchRecord search) {
    SearchBudget budget = search.settings().budget();
    return switch (budget.unit()) {
      case EPOCHS -> !search.trials().isEmpty() && search.committed() + search.settings().first() > budget.amount();
      case TRIALS, MINUTES -> spent(search) >= budget.amount();
    };
  }

  /** Whether the budget is spent, no trial or action is pending, and the best trial was tested. */
  static boolean hasNothingToDo(SearchRecord search) {
    boolean other = search.best()
        .filter(tested -> TrialRanking.best(search).filter(best -> best.number() != tested.trial()).isPresent()).isPresent();
    return isSpent(search) && search.open().isEmpty() && TrialScheduler.next(search).isEmpty() && !other
        && search.orders().stream().noneMatch(ManualDecision::waits);
  }

  /** True when another trial has reached a rung. @param from current number of reports */
  static Predicate<SearchRecord> reported(int from) {
    return now -> now.reports().size() > from;
  }

  /** True when a promoted trial has reached its next rung. @param from current number of reports */
  static Predicate<SearchRecord> promoted(int from) {
    return now -> now.reports().stream().skip(from).anyMatch(report -> report.epoch() > now.settings().first());
  }
}
