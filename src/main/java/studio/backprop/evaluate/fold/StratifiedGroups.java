package studio.backprop.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import studio.backprop.evaluate.metric.Statistics;

/** StratifiedGroupKFold: disjoint groups, balanced class shares. */
public final class StratifiedGroups {
  /** Tolerance of NumPy's {@code isclose}. */
  private static final double RELATIVE = 1e-5;
  private static final double ABSOLUTE = 1e-8;

  private final int folds;
  /** [group][class]. */
  private final double[][] ofGroup;
  private final double[][] ofFold;
  private final double[] ofClass;

  private StratifiedGroups(int[] classes, int[] groups, int folds) {
    this.folds = folds;
    int kinds = Folds.sizes(classes).length;
    this.ofGroup = new double[Folds.sizes(groups).length][kinds];
    this.ofFold = new double[folds][kinds];
    this.ofClass = new double[kinds];
    for (int row = 0; row < classes.length; row++) {
      ofGroup[groups[row]][classes[row]]++;
      ofClass[classes[row]]++;
    }
  }

  /** Greedy: groups of the most unequal classes first, each to the fold that minimizes the deviation. */
  public static List<Fold> of(int[] classes, int[] groups, int folds) {
    int[] groupOf = Folds.byValue(groups);
    StratifiedGroups dealing = new StratifiedGroups(Folds.byValue(classes), groupOf, folds);
    Folds.check(dealing.ofGroup.length, folds);
    int[] foldOfGroup = dealing.deal();
    return Folds.of(Arrays.stream(groupOf).map(group -> foldOfGroup[group]).toArray(), folds);
  }

  private int[] deal() {
    double[] spread = Arrays.stream(ofGroup).mapToDouble(counts -> Math.sqrt(Statistics.variance(counts))).toArray();
    int[] order = Statistics.descending(spread);
    int[] foldOf = new int[ofGroup.length];
    for (int group : order) {
      foldOf[group] = bestFold(ofGroup[group]);
      add(foldOf[group], ofGroup[group], 1);
    }
    return foldOf;
  }

  private int bestFold(double[] counts) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double fewest = Double.POSITIVE_INFINITY;
    for (int f = 0; f < folds; f++) {
      add(f, counts, 1);
      double unequal = meanDeviation();
      add(f, counts, -1);
      double rows = Statistics.sum(ofFold[f]);
      boolean same = Math.abs(unequal - least) <= ABSOLUTE + RELATIVE * Math.abs(least);
      if (unequal < least || same && rows < fewest) {
        best = f;
        least = unequal;
        fewest = rows;
      }
    }
    return best;
  }

  /** Mean over classes of the standard deviation of their shares over folds. */
  private double meanDeviation() {
    double[] deviations = new double[ofClass.length];
    for (int c = 0; c < deviations.length; c++) {
      int index = c;
      deviations[c] = Math.sqrt(Statistics.variance(Arrays.stream(ofFold).mapToDouble(fold -> fold[index] / ofClass[index]).toArray()));
    }
    return Statistics.mean(deviations);
  }

  private void add(int fold, double[] counts, int times) {
    for (int c = 0; c < counts.length; c++) {
      ofFold[fold][c] += times * counts[c];
    }
  }
}
