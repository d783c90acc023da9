package studio.backprop.ui.compare.search;

import java.util.function.Predicate;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.TrialRanking;

/** How far a search is, and when it has come far enough. */
final class SearchStanding {
  private static final double MINUTE = 60;

  private SearchStanding() {}

  /** How much of the budget is spent, in its unit. */
  static double spent(SearchRecord search) {
    return switch (search.settings().budget().unit()) {
      case EPOCHS -> search.spent();
      case TRIALS -> search.trained();
      case MINUTES -> search.seconds() / MINUTE;
    };
  }

  /** The same as a share, from 0 to 1. */
  static double share(SearchRecord search) {
    return Math.min(1, spent(search) / Math.max(1, search.settings().budget().amount()));
  }

  /** Whether nothing more can begin within the budget. */
  static boolean isSpent(SearchRecord search) {
    SearchBudget budget = search.settings().budget();
    return switch (budget.unit()) {
      case EPOCHS -> !search.trials().isEmpty() && search.committed() + search.settings().first() > budget.amount();
      case TRIALS, MINUTES -> spent(search) >= budget.amount();
    };
  }

  /** Whether the budget is spent, no trial is under way, no order waits, and no other trial than the best was tested. */
  static boolean hasNothingToDo(SearchRecord search) {
    boolean other = search.best()
        .filter(tested -> TrialRanking.best(search).filter(best -> best.number() != tested.trial()).isPresent()).isPresent();
    return isSpent(search) && search.open().isEmpty() && TrialScheduler.next(search).isEmpty() && !other
        && search.orders().stream().noneMatch(ManualDecision::waits);
  }

  /** Once more trials than now have come to a rung. @param from reports there are */
  static Predicate<SearchRecord> reported(int from) {
    return now -> now.reports().size() > from;
  }

  /** Once a promoted trial has come to its next rung. @param from reports there are */
  static Predicate<SearchRecord> promoted(int from) {
    return now -> now.reports().stream().skip(from).anyMatch(report -> report.epoch() > now.settings().first());
  }
}
