package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Part;

/**
 * Permutation importances of a table's columns. Immutable.
 *
 * @param part of the permuted rows
 * @param metric scoring
 * @param baseline score without permutation
 * @param all by column
 */
public record ColumnImportances(Part part, ImportanceMetric metric, double baseline, List<Importance> all) {
  /** Default number of permutations. */
  public static final int REPEATS = 10;

  /** Takes repeats × columns passes through the part. @param groups columns permuted together with each column, itself included */
  public static ColumnImportances of(TabularNetworkPredictor network, Part part, ImportanceMetric metric, int repeats, int[][] groups) {
    double[][] rows = network.rows(part, Integer.MAX_VALUE);
    List<Importance> all = new ArrayList<>();
    for (int[] group : groups) {
      all.add(network.importance(part, rows, group, metric, repeats));
    }
    double baseline = all.isEmpty() ? Double.NaN : all.get(0).baseline();
    return new ColumnImportances(part, metric, metric.higherIsBetter() ? baseline : -baseline, all);
  }

  /** Groups of one. */
  public static int[][] alone(int columns) {
    int[][] groups = new int[columns][];
    for (int c = 0; c < columns; c++) {
      groups[c] = new int[] {c};
    }
    return groups;
  }
}
