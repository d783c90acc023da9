package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Part;

/**
 * The permutation importance of each column of a table.
 *
 * @param part whose rows are shuffled
 * @param metric that drops, or the loss that rises
 * @param baseline the metric of the rows as they are
 * @param all in the order of the columns
 */
public record ColumnImportances(Part part, ImportanceMetric metric, double baseline, List<Importance> all) {
  /** Shuffles of each column, unless told otherwise. */
  public static final int REPEATS = 10;

  /**
   * Asks a network; takes as long as repeats × columns passes through the part.
   *
   * @param groups of each column, those that are shuffled with it, itself among them
   */
  public static ColumnImportances of(TabularNetworkPredictor network, Part part, ImportanceMetric metric, int repeats, int[][] groups) {
    double[][] rows = network.rows(part, Integer.MAX_VALUE);
    List<Importance> all = new ArrayList<>();
    for (int[] group : groups) {
      all.add(network.importance(part, rows, group, metric, repeats));
    }
    double baseline = all.isEmpty() ? Double.NaN : all.get(0).baseline();
    return new ColumnImportances(part, metric, metric.higherIsBetter() ? baseline : -baseline, all);
  }

  /** Each column by itself. */
  public static int[][] alone(int columns) {
    int[][] groups = new int[columns][];
    for (int c = 0; c < columns; c++) {
      groups[c] = new int[] {c};
    }
    return groups;
  }
}
