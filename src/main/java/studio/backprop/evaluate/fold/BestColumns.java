package studio.backprop.evaluate.fold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.FTest;

/**
 * Which columns of a table each training of a cross-validation learns from: those with the largest F against the target (scikit-learn's
 * {@code SelectKBest}). The others are 0 for the network, so that it need not be drawn anew.
 *
 * @param count how many; 0 for all
 * @param rows of which the F are computed
 */
public record BestColumns(int count, Rows rows) {
  /** Nothing is chosen. */
  public static final BestColumns ALL = new BestColumns(0, Rows.FOLD);

  /** Where the F are computed. */
  public enum Rows {
    /** On the rows that this training learns from: the rows of the fold take no part. */
    FOLD,
    /** On all rows, also those that are held out: they say by themselves which columns suit them. */
    ALL
  }

  public BestColumns {
    if (count < 0) {
      throw new IllegalArgumentException("the number of columns must be 0 or more, but was " + count);
    }
  }

  /** Whether data have columns to choose among: an example is a row of a table with one target. */
  public static boolean suits(Dataset data) {
    return data.isTable() && data.width() > 1;
  }

  public boolean choosesAny() {
    return count > 0;
  }

  /** Whether the rows held out have a say in the choice, so that the result is too good. */
  public boolean leaks() {
    return count > 0 && rows == Rows.ALL;
  }

  /** In how many trainings each column was chosen: the most frequent first, of equal ones the first chosen. */
  public static Map<String, Integer> times(List<FoldResult> results) {
    Map<String, Integer> times = new LinkedHashMap<>();
    results.forEach(result -> result.columns().forEach(name -> times.merge(name, 1, Integer::sum)));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    times.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  /** Whether each column is among the best; of equal ones the first. Missing numbers are their column's mean. @param rows of the dataset */
  boolean[] kept(Dataset data, int[] some) {
    double[] f = new double[data.width()];
    double[] target = Arrays.stream(some).mapToDouble(row -> data.exactTarget(row, 0)).toArray();
    int[] classes = data.task() == Task.CLASSES ? Arrays.stream(target).mapToInt(value -> (int) value).toArray() : null;
    for (int c = 0; c < f.length; c++) {
      double[] column = column(data, some, c);
      double found = (classes == null ? FTest.ofNumbers(column, target) : FTest.ofClasses(column, classes)).f();
      f[c] = Double.isNaN(found) ? -1 : found;
    }
    boolean[] kept = new boolean[f.length];
    Stream<Integer> best = IntStream.range(0, f.length).boxed().sorted(Comparator.comparingDouble(c -> -f[c]));
    best.limit(count).forEach(c -> kept[c] = true);
    return kept;
  }

  private static double[] column(Dataset data, int[] rows, int column) {
    double[] numbers = Arrays.stream(rows).mapToDouble(row -> data.exactInput(row, column)).toArray();
    double mean = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).average().orElse(0);
    return Arrays.stream(numbers).map(number -> Double.isNaN(number) ? mean : number).toArray();
  }
}
