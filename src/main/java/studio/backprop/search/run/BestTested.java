package studio.backprop.search.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchRecord.Tested;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;

/** Test scores of the best trial of a search. */
public final class BestTested {
  private BestTested() {}

  /** Unchanged without best trial, or if already tested. */
  public static SearchRecord of(SearchRecord search, PreparedData data) {
    return of(search, data, () -> false);
  }

  /** @param stop checked while a best trial without weights is retrained; the search is then unchanged */
  public static SearchRecord of(SearchRecord search, PreparedData data, BooleanSupplier stop) {
    Optional<Trial> best = TrialRanking.best(search);
    if (best.isEmpty() || data.testRows() == 0) {
      return search;
    }
    Trial trial = best.get();
    if (search.best().filter(known -> known.trial() == trial.number() && known.epoch() == trial.epoch()).isPresent()) {
      return search;
    }
    try (Kernels kernels = KernelChoice.create(1)) {
      Project project = search.project(trial);
      TrialRun.Outcome whole = TrialRun.train(project, data, kernels, trial.kept(), trial.epoch(), stop, epoch -> {});
      if (whole.epochs().size() < trial.epoch()) {
        return search;
      }
      return search.tested(new Tested(trial.number(), trial.epoch(),
          TrialRun.score(project, data, kernels, whole.kept().orElseThrow(), Part.TEST)));
    }
  }
}
