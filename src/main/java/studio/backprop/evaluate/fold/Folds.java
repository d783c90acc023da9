package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Cross-validation splitters as in scikit-learn, without shuffling. */
public final class Folds {
  private Folds() {
  }

  /** KFold: consecutive rows; the first {@code rows mod folds} folds have one row more. */
  public static List<Fold> inOrder(int rows, int folds) {
    check(rows, folds);
    int[] foldOf = new int[rows];
    int from = 0;
    for (int f = 0; f < folds; f++) {
      int size = rows / folds + (f < rows % folds ? 1 : 0);
      Arrays.fill(foldOf, from, from + size, f);
      from += size;
    }
    return of(foldOf, folds);
  }

  /** StratifiedKFold: balanced class counts. */
  public static List<Fold> stratified(int[] classes, int folds) {
    check(classes.length, folds);
    int[] encoded = byAppearance(classes);
    int count = Arrays.stream(encoded).max().orElse(-1) + 1;
    int[] sorted = encoded.clone();
    Arrays.sort(sorted);
    int[][] allocation = new int[folds][count];
    for (int i = 0; i < sorted.length; i++) {
      allocation[i % folds][sorted[i]]++;
    }
    int[] foldOf = new int[classes.length];
    int[] next = new int[count];
    for (int row = 0; row < classes.length; row++) {
      int c = encoded[row];
      while (allocation[next[c]][c] == 0) {
        next[c]++;
      }
      allocation[next[c]][c]--;
      foldOf[row] = next[c];
    }
    return of(foldOf, folds);
  }

  /** GroupKFold: the largest group goes to the fold with the fewest rows so far; no group is in two folds. */
  public static List<Fold> grouped(int[] groups, int folds) {
    int[] index = byValue(groups);
    int[] sizes = sizes(index);
    check(sizes.length, folds);
    int[] order = IntStream.range(0, sizes.length).boxed()
        .sorted((a, b) -> sizes[a] != sizes[b] ? Integer.compare(sizes[b], sizes[a]) : Integer.compare(b, a))
        .mapToInt(Integer::intValue).toArray();
    int[] rowsOfFold = new int[folds];
    int[] foldOfGroup = new int[sizes.length];
    for (int group : order) {
      int lightest = 0;
      for (int f = 1; f < folds; f++) {
        lightest = rowsOfFold[f] < rowsOfFold[lightest] ? f : lightest;
      }
      rowsOfFold[lightest] += sizes[group];
      foldOfGroup[group] = lightest;
    }
    return of(Arrays.stream(index).map(group -> foldOfGroup[group]).toArray(), folds);
  }

  /**
   * TimeSeriesSplit: test rows follow the training rows.
   *
   * @param gap rows left out between training and test
   * @param maxTrain limit of training rows, the latest; 0 for all
   * @param testSize test rows; 0 for {@code rows ⁄ (folds + 1)}
   */
  public static List<Fold> timeSeries(int rows, int folds, int gap, int maxTrain, int testSize) {
    int size = testSize > 0 ? testSize : rows / (folds + 1);
    int first = rows - folds * size;
    if (size < 1 || first - gap < 1) {
      throw new IllegalArgumentException(rows + " rows are too few for " + folds + " folds in time");
    }
    List<Fold> found = new ArrayList<>();
    for (int from = first; from < rows; from += size) {
      int end = from - gap;
      int begin = maxTrain > 0 && maxTrain < end ? end - maxTrain : 0;
      found.add(new Fold(IntStream.range(begin, end).toArray(), IntStream.range(from, from + size).toArray()));
    }
    return found;
  }

  /** Training set sizes of a learning curve, rounded down. */
  public static int[] learningSizes(int rows, double[] shares) {
    return Arrays.stream(shares).mapToInt(share -> (int) (share * rows)).toArray();
  }

  /** @param foldOf testing fold of each row */
  static List<Fold> of(int[] foldOf, int folds) {
    List<Fold> found = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      int fold = f;
      found.add(new Fold(
          IntStream.range(0, foldOf.length).filter(row -> foldOf[row] != fold).toArray(),
          IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == fold).toArray()));
    }
    return found;
  }

  /** Codes by first appearance. */
  private static int[] byAppearance(int[] values) {
    List<Integer> seen = new ArrayList<>();
    int[] index = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int known = seen.indexOf(values[i]);
      index[i] = known < 0 ? seen.size() : known;
      if (known < 0) {
        seen.add(values[i]);
      }
    }
    return index;
  }

  /** Codes by ascending value. */
  static int[] byValue(int[] values) {
    int[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    return Arrays.stream(values).map(value -> Arrays.binarySearch(distinct, value)).toArray();
  }

  static int[] sizes(int[] index) {
    int[] sizes = new int[Arrays.stream(index).max().orElse(-1) + 1];
    Arrays.stream(index).forEach(i -> sizes[i]++);
    return sizes;
  }

  static void check(int things, int folds) {
    if (folds < 2 || folds > things) {
      throw new IllegalArgumentException(folds + " folds of " + things);
    }
  }
}
