package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Shuffle;
import studio.backprop.data.Task;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;

/**
 * Cross-validation settings: training and validation rows are split into folds; the test part is not used. Immutable.
 *
 * @param method splitter
 * @param folds number, at least 2
 * @param repeats repetitions with new shuffles; ignored without shuffling
 * @param seed of the shuffles
 * @param columns feature selection
 */
public record CrossValidation(Method method, int folds, int repeats, long seed, BestColumns columns) {
  /** Limit of folds and of repeats. */
  public static final int MOST_FOLDS = 1000;
  /** Default: five folds, once. */
  public static final CrossValidation USUAL = new CrossValidation(Method.STRATIFIED, 5, 1, 0);

  /** Splitters of scikit-learn. */
  public enum Method {
    KFOLD,
    STRATIFIED,
    GROUP,
    STRATIFIED_GROUP,
    TIME_SERIES;

    public boolean needsGroups() {
      return this == GROUP || this == STRATIFIED_GROUP;
    }

    public boolean needsClasses() {
      return this == STRATIFIED || this == STRATIFIED_GROUP;
    }

    public boolean shuffles() {
      return this != TIME_SERIES && this != GROUP;
    }
  }

  public CrossValidation(Method method, int folds, int repeats, long seed) {
    this(method, folds, repeats, seed, BestColumns.ALL);
  }

  public CrossValidation {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, but was " + folds);
    }
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, but was " + repeats);
    }
  }

  /** Default by data: time series split, stratified for classes, else k-fold. */
  public static Method suited(PreparedData data) {
    if (data.dataset().about().content().isOrdered()) {
      return Method.TIME_SERIES;
    }
    return data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1 ? Method.STRATIFIED : Method.KFOLD;
  }

  /**
   * Trainings by repeat and fold.
   *
   * @param groups by dataset row; null if the method has none
   * @throws IllegalArgumentException if there are fewer rows or groups than folds
   */
  public List<FoldJob> jobs(Project project, PreparedData data, int[] groups) {
    int[] pool = data.split().rowsOf(Set.of(Part.TRAIN, Part.VALIDATION));
    List<FoldJob> jobs = new ArrayList<>();
    int times = method.shuffles() ? repeats : 1;
    for (int repeat = 0; repeat < times; repeat++) {
      int[] order = pool.clone();
      if (method.shuffles()) {
        Shuffle.shuffle(order, new Seeds(seed).source("fold/" + repeat));
      }
      List<Fold> division = division(order, data, groups);
      for (int fold = 0; fold < division.size(); fold++) {
        jobs.add(job(project, data, repeat, fold, rows(order, division.get(fold).train()), rows(order, division.get(fold).test())));
      }
    }
    return jobs;
  }

  private FoldJob job(Project project, PreparedData data, int repeat, int fold, int[] train, int[] test) {
    int held = project.training().patience() > 0 ? (int) Math.round(project.data().validationShare() * train.length) : 0;
    int[] validation = new int[held];
    int[] rest = new int[train.length - held];
    int taken = 0;
    for (int i = 0; i < train.length; i++) {
      // the last rows in time, else evenly spaced ones of the shuffled order
      boolean hold = data.dataset().about().content().isOrdered() ? i >= rest.length : (long) (i + 1) * held / train.length > taken;
      if (hold) {
        validation[taken++] = train[i];
      } else {
        rest[i - taken] = train[i];
      }
    }
    return new FoldJob(project, repeat, fold, data, rest, validation, test, columns);
  }

  private List<Fold> division(int[] order, PreparedData data, int[] groups) {
    return switch (method) {
      case KFOLD -> Folds.inOrder(order.length, folds);
      case STRATIFIED -> Folds.stratified(classes(order, data), folds);
      case GROUP -> Folds.grouped(rows(groups, order), folds);
      case STRATIFIED_GROUP -> StratifiedGroups.of(classes(order, data), rows(groups, order), folds);
      case TIME_SERIES -> Folds.timeSeries(order.length, folds, 0, 0, 0);
    };
  }

  private static int[] classes(int[] order, PreparedData data) {
    return Arrays.stream(order).map(row -> (int) data.dataset().target(row)).toArray();
  }

  private static int[] rows(int[] of, int[] places) {
    return Arrays.stream(places).map(place -> of[place]).toArray();
  }
}
