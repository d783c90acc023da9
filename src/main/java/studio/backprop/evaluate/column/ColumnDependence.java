package studio.backprop.evaluate.column;

import java.util.Optional;

/**
 * Partial dependence of a network's prediction on one or two columns. Immutable; arrays are not copied.
 *
 * @param columns one or two table indices
 * @param output class of the probability; ignored for a regression
 * @param rows number of averaged rows
 * @param first grid of the first column: numbers or category indices
 * @param second grid of the second column; empty of one
 * @param one of one column
 * @param two of two columns, [first][second]
 */
public record ColumnDependence(int[] columns, int output, int rows, double[] first, double[] second, Optional<Dependence> one,
    double[][] two) {
  /** Limit of averaged rows; more are sampled evenly. */
  public static final int MOST_ROWS = 500;
  private static final int RESOLUTION = 40;
  private static final int RESOLUTION_OF_TWO = 16;

  public static ColumnDependence of(TabularNetworkPredictor network, double[][] rows, int[] columns, int output) {
    TabularPredictor model = network.output(output);
    if (columns.length == 1) {
      double[] grid = network.grid(rows, columns[0], RESOLUTION);
      return new ColumnDependence(columns, output, rows.length, grid, new double[0],
          Optional.of(Dependence.of(model, rows, columns[0], grid)), new double[0][]);
    }
    double[] first = network.grid(rows, columns[0], RESOLUTION_OF_TWO);
    double[] second = network.grid(rows, columns[1], RESOLUTION_OF_TWO);
    return new ColumnDependence(columns, output, rows.length, first, second, Optional.empty(),
        Dependence.ofTwo(model, rows, columns[0], columns[1], first, second));
  }
}
