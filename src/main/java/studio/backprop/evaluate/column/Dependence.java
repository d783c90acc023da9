package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Partial dependence (Friedman 2001): what a model predicts on average when one column has the same value in all rows.
 *
 * @param grid the values of the column
 * @param average the mean prediction at each
 * @param individual [row][place in the grid], the lines whose mean it is (Goldstein et al. 2015)
 */
public record Dependence(double[] grid, double[] average, double[][] individual) {

  /** Of one column, over a grid between two quantiles. */
  public static Dependence of(TabularPredictor model, double[][] rows, int column, double[] grid) {
    double[][] individual = new double[rows.length][grid.length];
    double[][] set = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    double[] average = new double[grid.length];
    for (int g = 0; g < grid.length; g++) {
      fill(set, column, grid[g]);
      double[] predicted = model.predict(set);
      average[g] = Statistics.mean(predicted);
      for (int i = 0; i < predicted.length; i++) {
        individual[i][g] = predicted[i];
      }
    }
    return new Dependence(grid, average, individual);
  }

  /** Of two columns at once: the mean prediction at each [place in the first grid][place in the second]. */
  public static double[][] ofTwo(TabularPredictor model, double[][] rows, int first, int second, double[] firstGrid, double[] secondGrid) {
    double[][] average = new double[firstGrid.length][secondGrid.length];
    double[][] set = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (int a = 0; a < firstGrid.length; a++) {
      fill(set, first, firstGrid[a]);
      for (int b = 0; b < secondGrid.length; b++) {
        fill(set, second, secondGrid[b]);
        average[a][b] = Statistics.mean(model.predict(set));
      }
    }
    return average;
  }

  private static void fill(double[][] rows, int column, double value) {
    for (double[] row : rows) {
      row[column] = value;
    }
  }

  /** Equal steps between two quantiles of a column, or its distinct values if there are fewer, in rising order. */
  public static double[] grid(double[][] rows, int column, int resolution, double low, double high) {
    double[] sorted = IntStream.range(0, rows.length).mapToDouble(i -> rows[i][column]).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length < resolution) {
      return distinct;
    }
    double from = quantile(sorted, low);
    double to = quantile(sorted, high);
    return IntStream.range(0, resolution)
        .mapToDouble(i -> i == resolution - 1 ? to : from + i * ((to - from) / (resolution - 1))).toArray();
  }

  /** A quantile as scikit-learn takes it here, without bias for any distribution (Cunnane 1978: plotting positions with α = β = 0.4). */
  private static double quantile(double[] sorted, double share) {
    int n = sorted.length;
    double place = n * share + 0.4 + share * (1 - 0.4 - 0.4);
    int below = (int) Math.floor(Math.max(1, Math.min(n - 1.0, place)));
    double part = Math.max(0, Math.min(1, place - below));
    return (1 - part) * sorted[below - 1] + part * sorted[Math.min(below, n - 1)];
  }
}
