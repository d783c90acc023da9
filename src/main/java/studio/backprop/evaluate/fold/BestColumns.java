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
 * Univariate feature selection within a cross-validation (scikit-learn's {@code SelectKBest} by F). Other inputs are set to 0, so the
 * network is unchanged. Immutable.
 *
 * @param count k; 0 for all
 * @param rows of the F-test
 */
public record BestColumns(int count, Rows rows) {
  /** No selection. */
  public static final BestColumns ALL = new BestColumns(0, Rows.FOLD);

  /** Rows of the F-test. */
  public enum Rows {
    /** Training rows of each fold. */
    FOLD,
    /** All rows, with leakage from the held-out ones. */
    ALL
  }

  public BestColumns {
    if (count < 0) {
      throw new IllegalArgumentException("the number of columns must be 0 or more, but was " + count);
    }
  }

  /** Whether the data are a table with one target per row. */
  public static boolean suits(Dataset data) {
    return data.isTable() && data.width() > 1;
  }

  public boolean choosesAny() {
    return count > 0;
  }

  /** Whether held-out rows leak into the selection. */
  public boolean leaks() {
    return count > 0 && rows == Rows.ALL;
  }

  /** Number of trainings that selected each column, descending. */
  public static Map<String, Integer> times(List<FoldResult> results) {
    Map<String, Integer> times = new LinkedHashMap<>();
    results.forEach(result -> result.columns().forEach(name -> times.merge(name, 1, Integer::sum)));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    times.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  /** Selection mask; ties by order, missing numbers imputed by the mean. @param some dataset rows */
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
