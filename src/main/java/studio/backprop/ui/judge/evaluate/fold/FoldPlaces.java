package studio.backprop.ui.judge.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldGroups;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.project.Project;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Place;

/** Factory of the places of an experiment: the folds alone, or varied in one respect. Costs a division of the rows. */
final class FoldPlaces {
  /** Shares of the training rows of a learning curve. */
  static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 1};

  private FoldPlaces() {
  }

  /** The folds of a project. @param column group column, whose equal values stay together; empty for none */
  static List<Place> of(CrossValidation plan, Project project, PreparedData data, Optional<String> column) {
    int[] groups = column.map(name -> FoldGroups.of(data.dataset(), name)).orElse(null);
    return List.of(new Place(Double.NaN, plan.jobs(project, data, groups)));
  }

  /** The same folds with another project. */
  static List<Place> with(FoldExperiment folds, Project other) {
    return List.of(new Place(Double.NaN, jobs(folds, other)));
  }

  /** The same folds with several values of a setting. */
  static List<Place> tried(FoldExperiment folds, FoldSetting setting) {
    return Arrays.stream(setting.tried(folds.project()))
        .mapToObj(value -> new Place(value, jobs(folds, setting.set(folds.project(), value)))).toList();
  }

  /** The same folds with fewer training rows. */
  static List<Place> shortened(FoldExperiment folds) {
    return Arrays.stream(SHARES).mapToObj(share -> {
      List<FoldJob> jobs = folds.jobs().stream().map(job -> job.shortened(share)).toList();
      return new Place(jobs.stream().mapToInt(FoldJob::trainRows).average().orElse(0), jobs);
    }).toList();
  }

  private static List<FoldJob> jobs(FoldExperiment folds, Project other) {
    return folds.jobs().stream().map(job -> job.with(other)).toList();
  }
}
