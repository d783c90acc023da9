package studio.backprop.ui.judge.evaluate.fold;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.fold.CrossValidation.Method;
import studio.backprop.evaluate.fold.FoldJob;

/** Positions of each fold's rows in the order of all rows: by class and within a class by fold, or by time. Positions are in [0, 1]. */
final class FoldRows {
  /** Maximum number of classes told apart; more would be slivers. */
  private static final int MOST_CLASSES = 12;

  private final List<FoldJob> jobs;
  private final long[] perClass;
  private final List<double[][]> train = new ArrayList<>();
  private final List<double[][]> test = new ArrayList<>();
  private final double[] edges;

  private FoldRows(List<FoldJob> jobs, int classes) {
    this.jobs = jobs;
    this.perClass = new long[classes];
    this.edges = new double[classes - 1];
  }

  static FoldRows of(FoldExperiment experiment) {
    List<FoldJob> jobs = experiment.jobs();
    Dataset data = jobs.get(0).whole().dataset();
    boolean byClass = data.task() == Task.CLASSES && data.answers() == 1 && data.classNames().size() <= MOST_CLASSES;
    boolean inTime = experiment.plan().method() == Method.TIME_SERIES;
    FoldRows rows = new FoldRows(jobs, byClass && !inTime ? data.classNames().size() : 1);
    if (inTime) {
      rows.inTime();
    } else {
      rows.byClass(data);
    }
    return rows;
  }

  private void inTime() {
    FoldJob last = jobs.get(jobs.size() - 1);
    double all = last.trainRows() + last.testRows();
    for (FoldJob job : jobs) {
      train.add(new double[][] {{0, job.trainRows() / all}});
      test.add(new double[][] {{job.trainRows() / all, (job.trainRows() + job.testRows()) / all}});
    }
    perClass[0] = (long) all;
  }

  private void byClass(Dataset data) {
    long[][] counts = new long[jobs.size()][perClass.length];
    for (int j = 0; j < counts.length; j++) {
      for (int row : jobs.get(j).test()) {
        int c = perClass.length == 1 ? 0 : (int) data.target(row);
        counts[j][c]++;
        perClass[c] += jobs.get(j).repeat() == 0 ? 1 : 0;
      }
    }
    double all = 0;
    double[] begin = new double[perClass.length];
    for (int c = 0; c < perClass.length; c++) {
      begin[c] = all;
      all += perClass[c];
    }
    for (int c = 1; c < perClass.length; c++) {
      edges[c - 1] = begin[c] / all;
    }
    long[] taken = new long[perClass.length];
    for (int j = 0; j < counts.length; j++) {
      if (jobs.get(j).fold() == 0) {
        taken = new long[perClass.length];
      }
      double[][] spans = new double[perClass.length][];
      for (int c = 0; c < perClass.length; c++) {
        spans[c] = new double[] {(begin[c] + taken[c]) / all, (begin[c] + taken[c] + counts[j][c]) / all};
        taken[c] += counts[j][c];
      }
      train.add(new double[][] {{0, 1}});
      test.add(spans);
    }
  }

  /** Number of rows per class; one number where classes are not told apart. */
  long[] perClass() {
    return perClass.clone();
  }

  double[][] train(int index) {
    return train.get(index);
  }

  double[][] test(int index) {
    return test.get(index);
  }

  /** Boundaries between classes. */
  double[] edges() {
    return edges;
  }

  /** Colour index of a fold. */
  int colour(int index) {
    return jobs.get(index).fold();
  }
}
