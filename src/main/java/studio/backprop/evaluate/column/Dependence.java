package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Partial dependence (Friedman 2001) of a model on one column. Immutable; arrays are not copied.
 *
 * @param grid values of the column
 * @param average mean prediction at each
 * @param individual individual conditional expectation, [row][grid index] (Goldstein et al. 2015)
 */
public record Dependence(double[] grid, double[] average, double[][] individual) {

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

  /** Two-way: mean prediction at [index in first grid][index in second grid]. */
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

  /** Equidistant values between two quantiles of a column, or its distinct values if fewer; ascending. */
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

  /** Quantile with plotting positions α = β = 0.4 (Cunnane 1978), as in scikit-learn's partial dependence. */
  private static double quantile(double[] sorted, double share) {
    int n = sorted.length;
    double place = n * share + 0.4 + share * (1 - 0.4 - 0.4);
    int below = (int) Math.floor(Math.max(1, Math.min(n - 1.0, place)));
    double part = Math.max(0, Math.min(1, place - below));
    return (1 - part) * sorted[below - 1] + part * sorted[Math.min(below, n - 1)];
  }
}
