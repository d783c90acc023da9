package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.evaluate.metric.Correlation;

/**
 * Correlation matrix of a table's numeric and binary columns, with pairwise deletion of missing values. Immutable; arrays are not copied.
 *
 * @param columns compared columns, in file order
 * @param values [index in columns][index in columns]; NaN for constant columns
 * @param order indices in columns, seriated
 */
public record ColumnCorrelations(int[] columns, double[][] values, int[] order) {
  /** |r| above which columns count as redundant. */
  public static final double HIGH = 0.9;

  /** Two columns, by table index. */
  public record Pair(int first, int second, double value) {
  }

  /** @param rows training rows of the dataset @param byRank Spearman instead of Pearson */
  public static ColumnCorrelations of(Dataset data, TableColumns table, int[] rows, boolean byRank) {
    int[] columns = IntStream.range(0, table.count()).filter(c -> !table.isWords(c) || table.words(c).size() == 2).toArray();
    double[][] numbers = IntStream.of(columns).mapToObj(c -> table.column(data, c, rows)).toArray(double[][]::new);
    boolean[] gaps = new boolean[columns.length];
    double[][] used = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      gaps[c] = DoubleStream.of(numbers[c]).anyMatch(Double::isNaN);
      used[c] = byRank && !gaps[c] ? Correlation.ranks(numbers[c]) : numbers[c];
    }
    double[][] values = new double[columns.length][columns.length];
    double[][] distances = new double[columns.length][columns.length];
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b <= a; b++) {
        values[a][b] = gaps[a] || gaps[b] ? ofKnown(numbers[a], numbers[b], byRank) : Correlation.pearson(used[a], used[b]);
        values[b][a] = values[a][b];
        distances[a][b] = Double.isNaN(values[a][b]) ? 1 : 1 - Math.abs(values[a][b]);
        distances[b][a] = distances[a][b];
      }
    }
    return new ColumnCorrelations(columns, values, Linkage.order(distances));
  }

  private static double ofKnown(double[] x, double[] y, boolean byRank) {
    int[] both = IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i])).toArray();
    double[] a = IntStream.of(both).mapToDouble(i -> x[i]).toArray();
    double[] b = IntStream.of(both).mapToDouble(i -> y[i]).toArray();
    return both.length < 2 ? Double.NaN : byRank ? Correlation.spearman(a, b) : Correlation.pearson(a, b);
  }

  /** Pairs with larger |r|, in descending order. */
  public List<Pair> pairs(double above) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < columns.length; a++) {
      for (int b = a + 1; b < columns.length; b++) {
        if (Math.abs(values[a][b]) > above) {
          pairs.add(new Pair(columns[a], columns[b], values[a][b]));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.value)));
    return pairs;
  }

  /** Group of each table column, itself included: columns linked by pairs above {@link #HIGH}. */
  public int[][] groups(int count) {
    int[] group = IntStream.range(0, count).toArray();
    for (Pair pair : pairs(HIGH)) {
      int from = group[pair.second];
      int to = group[pair.first];
      IntStream.range(0, count).filter(c -> group[c] == from).forEach(c -> group[c] = to);
    }
    return IntStream.range(0, count).mapToObj(c -> IntStream.range(0, count).filter(other -> group[other] == group[c]).toArray())
        .toArray(int[][]::new);
  }
}
