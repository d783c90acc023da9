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

/** Scores the best trial of a search on the test part, which has chosen nothing. */
public final class BestTested {
  private BestTested() {}

  /** The search with the test scores of its best trial; as it is where it has none, or they are known. */
  public static SearchRecord of(SearchRecord search, PreparedData data) {
    return of(search, data, () -> false);
  }

  /** @param stop asked while the best is trained anew, where its weights were given up; the search then stays as it is */
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
